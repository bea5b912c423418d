using System.Collections.Immutable;
using System.Text.Json;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Cards.Examples;

/// <summary>
/// One line of a worked example's chart, which stands for one FHIR resource. The first member names what it is;
/// codes are written <c>icd-10-cm|C7A.8|optional wording</c>, anything without a bar is wording alone.
/// </summary>
internal static class ChartLine
{
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> Kinds = new Dictionary<string, ImmutableArray<string>>
    {
        ["condition"] = ["site", "on", "until", "status", "verification", "note", "stage", "stageType", "histology"],
        ["observation"] = ["value", "on", "status", "high", "interpretation", "absent", "site", "method", "specimen", "focus", "note"],
        ["report"] = ["conclusion", "on", "status", "category"],
        ["imaging"] = ["region", "description", "on", "status"],
        ["procedure"] = ["on", "status", "site", "note", "outcome"],
        ["medication"] = ["on", "until", "status", "dose", "note"],
        ["medicationTaken"] = ["on", "until", "status"],
        ["doseGiven"] = ["on", "status", "dose"],
        ["order"] = ["on", "status", "intent", "category", "detail", "site"],
        ["appointment"] = ["on", "status", "description"],
        ["careplan"] = ["on", "status", "note"],
        ["relative"] = ["on", "status", "note"],
        ["patient"] = [],
        ["resource"] = [],
    }.ToImmutableDictionary();

    /// <summary>Reports what is no chart line.</summary>
    internal static void Check(JsonNodeReader line)
    {
        var names = line.Members().Select(member => member.Key).ToArray();
        if (names.Length == 0 || !Kinds.TryGetValue(names[0], out var accepted))
            line.Reject($"an object whose first member is one of {string.Join(", ", Kinds.Keys.Order(StringComparer.Ordinal))}");
        else
            foreach (var name in names.Skip(1).Except(accepted))
                line.Reject($"beside \"{names[0]}\": {string.Join(", ", accepted)}", $"unknown member \"{name}\"");
    }

    /// <summary>Reads the line as the R4 reader would read the resource that it stands for.</summary>
    /// <exception cref="FormatException">A value of the line means nothing.</exception>
    internal static Resource Read(JsonElement line, string patientId, DateOnly today)
    {
        var json = new ChartResource(line, patientId, today).Build();
        return JsonSerializer.Deserialize(json, FhirJson.Default.Resource) ?? throw new FormatException("A chart line must not be null.");
    }

    /// <summary>The order that the line stands for, as a client sends one that is not signed yet.</summary>
    internal static JsonElement ReadDraft(JsonElement line, string patientId, DateOnly today)
    {
        var json = new ChartResource(line, patientId, today).Build();
        if (!line.TryGetProperty("status", out _) && !line.TryGetProperty("resource", out _))
            json["status"] = json["resourceType"]!.GetValue<string>() == "Appointment" ? "proposed" : "draft";
        return JsonSerializer.SerializeToElement(json);
    }

    internal static Resource ReadResource(JsonElement json) =>
        json.Deserialize(FhirJson.Default.Resource) ?? throw new FormatException("A draft must not be null.");

    /// <summary>The need under which a resource would have come.</summary>
    internal static DataNeed NeedOf(Resource resource, ConceptLibrary concepts) =>
        resource is Observation observation
            ? NeedInfo.All.Where(info => info.ResourceType == "Observation")
                .Where(info => info.Concepts.Any(id => concepts.Match(concepts[id], observation.Code) != ConceptMatch.No))
                .Select(info => info.Need).FirstOrDefault(DataNeed.Status)
            : NeedInfo.All.First(info => info.ResourceType == resource.TypeName).Need;
}
