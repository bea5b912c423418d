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
        [.. Directory.EnumerateFiles(Folder, "bundle.json", SearchOption.AllDirectories).Select(file => Path.GetFileName(Path.GetDirectoryName(file)!)).Order(StringComparer.Ordinal)];

    /// <summary>Every call: <c>ida/patient-view</c> for each patient, and those that are written down, such as <c>hana/order-select</c>.</summary>
    internal static ImmutableArray<string> Calls { get; } =
    [
        .. Names.Select(name => $"{name}/{PatientView}"),
        .. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Where(file => !file.EndsWith("/bundle.json", StringComparison.Ordinal) && !file.EndsWith(".expected.json", StringComparison.Ordinal))
            .Select(file => file[..^".json".Length])
            .Order(StringComparer.Ordinal),
    ];

    internal static TheoryData<string> Theory => new(Names);

    internal static TheoryData<string> EveryCall => new(Calls);

    private const string PatientView = "patient-view";

    private static string Folder => Repository.PathOf("fhir-samples");

    /// <summary>A call as it is written, without prefetch and server; for <c>ida</c> or <c>ida/patient-view</c> that on opening the chart.</summary>
    internal static HookCall Call(string path) => path.Split('/') is [var name, ..] parts && parts is [_] or [_, PatientView]
        ? new HookCall().With("context.patientId", name).Without("context.encounterId")
        : new HookCall(JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, $"{path}.json")))!.AsObject());

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
