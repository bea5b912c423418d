using System.Reflection;

namespace NetCdsHooks.Sandbox.Samples;

internal sealed class EmbeddedSampleSource : ISampleSource
{
    private const string Prefix = "samples/";

    public IReadOnlyList<SampleFile> Read()
    {
        var assembly = typeof(EmbeddedSampleSource).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(name => new SampleFile(name[Prefix.Length..], TextOf(assembly, name)))
        ];
    }

    private static string TextOf(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
