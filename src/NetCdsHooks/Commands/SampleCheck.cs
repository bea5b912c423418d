using System.Collections.Immutable;
using System.Text.Json;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Commands;

/// <summary>Reads sample Bundles as calls are read, and names every resource that this loses.</summary>
internal static class SampleCheck
{
    private const string Pattern = "bundle.json";

    internal static (int Bundles, int Resources, ImmutableArray<Problem> Problems) Run(string folder)
    {
        if (!Directory.Exists(folder))
            return (0, 0, [new(folder, "(folder)", "no such folder", "a folder with one folder a patient")]);
        var files = Directory.EnumerateFiles(folder, Pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        var resources = 0;
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var file in files)
            resources += Check(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes(file), problems);
        return (files.Length, resources, problems.ToImmutable());
    }

    private static int Check(string file, ReadOnlySpan<byte> json, ImmutableArray<Problem>.Builder problems)
    {
        if (Read(json) is not Bundle bundle)
        {
            problems.Add(new(file, "$", "something else", "a FHIR R4 Bundle in JSON"));
            return 0;
        }

        foreach (var (index, entry) in bundle.Entry.Index())
            if (Fault(entry.Resource) is { } fault)
                problems.Add(new(file, $"$.entry[{index}].resource", fault, "a readable FHIR R4 resource"));
        return bundle.Entry.Length;
    }

    private static string? Fault(Resource? resource) => resource switch
    {
        null => "nothing",
        UnreadableResource unreadable => unreadable.Problem,
        _ => null,
    };

    private static Resource? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, FhirJson.Default.Resource);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
