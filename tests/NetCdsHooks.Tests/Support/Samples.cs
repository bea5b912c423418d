using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetCdsHooks.Clinical.Cards.Examples;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Tests.Support;

/// <summary>The invented patients that ship.</summary>
internal static class Samples
{
    /// <summary>The day as of which they are written.</summary>
    internal static readonly DateOnly Day = new(2026, 11, 21);

    internal static ImmutableArray<string> Names { get; } =
        [.. Directory.EnumerateDirectories(Repository.PathOf("fhir-samples")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    internal static TheoryData<string> Theory => new(Names);

    internal static JsonObject Json(string sample) =>
        JsonNode.Parse(File.ReadAllText(Repository.PathOf("fhir-samples", sample, "bundle.json")))!.AsObject();

    internal static ImmutableArray<Resource> Resources(string sample) =>
        [.. ((Bundle)JsonSerializer.Deserialize(Json(sample), FhirJson.Default.Resource)!).Entry.Select(entry => entry.Resource).OfType<Resource>()];

    /// <summary>What the record system would answer to these needs; the others are not asked.</summary>
    internal static PatientRecord Record(string sample, params ReadOnlySpan<DataNeed> needs)
    {
        var byNeed = Resources(sample).Where(resource => NeedInfo.All.Any(info => info.ResourceType == resource.TypeName))
            .ToLookup(resource => ChartLine.NeedOf(resource, TestKnowledge.Concepts));
        return new(sample, needs.ToArray().Select(need => new NeedAnswer(need, [.. byNeed[need]])));
    }

    internal static PatientRecord FullRecord(string sample) => Record(sample, [.. NeedInfo.All.Select(info => info.Need)]);

    internal static ClinicalPicture Picture(PatientRecord record) => TestKnowledge.Picture(record, Day);
}
