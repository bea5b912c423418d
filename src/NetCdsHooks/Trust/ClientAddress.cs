using Microsoft.Extensions.Options;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Trust;

/// <summary>What a path is called from outside, by the configured address and never by the Host header (J-11).</summary>
internal sealed class ClientAddress(IOptions<ServiceOptions> options)
{
    private const string Feedback = "/feedback";

    private readonly string[] _bases = BasesOf(options.Value.PublicUrl);

    /// <summary>The values of <c>aud</c> that name it; feedback goes by its own address and by that of its service.</summary>
    internal IReadOnlyCollection<string> Of(PathString path)
    {
        var written = path.Value ?? "";
        string[] paths = written.EndsWith(Feedback, StringComparison.Ordinal) ? [written, written[..^Feedback.Length]] : [written];
        return [.. _bases.SelectMany(address => paths.Select(one => address + one))];
    }

    /// <summary>With and without the port, where that is the usual one.</summary>
    private static string[] BasesOf(string? publicUrl)
    {
        if (publicUrl is null)
            return [];
        var url = new Uri(publicUrl);
        var plain = url.GetLeftPart(UriPartial.Path).TrimEnd('/');
        return url.IsDefaultPort ? [plain, plain.Insert(url.GetLeftPart(UriPartial.Authority).Length, $":{url.Port}")] : [plain];
    }
}
