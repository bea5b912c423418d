using System.Text.Json.Nodes;

namespace NetCdsHooks.Tests.Oracle.Writing;

/// <summary>Parts of FHIR JSON.</summary>
internal static class Part
{
    private static readonly Dictionary<string, string> Systems = new()
    {
        ["icd"] = "http://hl7.org/fhir/sid/icd-10-cm",
        ["snomed"] = "http://snomed.info/sct",
        ["loinc"] = "http://loinc.org",
        ["atc"] = "http://www.whocc.no/atc",
        ["rxnorm"] = "http://www.nlm.nih.gov/research/umls/rxnorm",
        ["icdo"] = "http://terminology.hl7.org/CodeSystem/icd-o-3",
        ["region"] = "http://snomed.info/sct",
    };

    /// <summary><c>system|code</c>, <c>system|code|wording</c> or wording alone.</summary>
    internal static JsonObject Concept(string text) => text.Split('|') switch
    {
        [var system, var code] => new() { ["coding"] = Many(Coding(system, code)) },
        [var system, var code, var wording] => new() { ["coding"] = Many(Coding(system, code)), ["text"] = wording },
        _ => new() { ["text"] = text },
    };

    internal static JsonObject Coding(string system, string code) => new() { ["system"] = Systems.GetValueOrDefault(system, system), ["code"] = code };

    internal static JsonObject? Status(string system, string? code) =>
        code is null ? null : new() { ["coding"] = Many(Coding($"http://terminology.hl7.org/CodeSystem/{system}", code)) };

    internal static JsonObject? Snomed(string? code) => code is null ? null : Concept($"snomed|{code}");

    internal static JsonArray? Many(JsonNode? one) => one is null ? null : new JsonArray(one);

    internal static JsonObject Reference(string to) => new() { ["reference"] = to };

    internal static JsonObject? Period(string? start, string? end) =>
        start is null && end is null ? null : Clean(new() { ["start"] = start, ["end"] = end });

    internal static JsonObject Quantity(decimal amount, string? unit, string? comparator = null) =>
        Clean(new() { ["value"] = amount, ["unit"] = unit, ["comparator"] = comparator });

    /// <summary>Without the members that are null.</summary>
    internal static JsonObject Clean(JsonObject parts)
    {
        foreach (var name in parts.Where(part => part.Value is null).Select(part => part.Key).ToArray())
            parts.Remove(name);
        return parts;
    }
}
