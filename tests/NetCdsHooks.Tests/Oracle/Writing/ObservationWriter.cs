using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Writing;

/// <summary>Writes results.</summary>
internal static class ObservationWriter
{
    internal static JsonObject Write(Finding finding)
    {
        var resource = new JsonObject
        {
            ["resourceType"] = "Observation",
            ["status"] = finding.Status,
            ["code"] = Part.Concept(finding.Kind.Code),
            ["effectiveDateTime"] = finding.Date,
            ["bodySite"] = Part.Snomed(finding.Site),
            ["specimen"] = finding.OnSpecimen ? Part.Reference("Specimen/removed") : null,
        };
        if (finding.High is { } high)
            resource["referenceRange"] = new JsonArray(new JsonObject { ["high"] = Part.Quantity(high, finding.Unit) });
        AddValue(resource, finding);
        return resource;
    }

    private static void AddValue(JsonObject resource, Finding finding)
    {
        if (finding.Absent is { } absent)
            resource["dataAbsentReason"] = Part.Status("data-absent-reason", absent);
        else if (finding.Words is { } words)
            resource["valueString"] = words;
        else if (finding.Coded is { } coded)
            resource["valueCodeableConcept"] = Part.Concept(coded);
        else if (finding is { Amount: { } low, UpTo: { } high })
            resource["valueRange"] = new JsonObject { ["low"] = Part.Quantity(low, finding.Unit), ["high"] = Part.Quantity(high, finding.Unit) };
        else if (finding.Amount is { } amount)
            resource["valueQuantity"] = Part.Quantity(amount, finding.Unit, finding.Comparator);
    }
}
