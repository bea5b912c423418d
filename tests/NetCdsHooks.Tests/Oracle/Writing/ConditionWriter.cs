using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Writing;

/// <summary>Writes the problem list.</summary>
internal static class ConditionWriter
{
    internal static JsonObject Write(Diagnosis diagnosis) => new()
    {
        ["resourceType"] = "Condition",
        ["clinicalStatus"] = Part.Status("condition-clinical", diagnosis.Status),
        ["verificationStatus"] = Part.Status("condition-ver-status", diagnosis.Certainty),
        ["code"] = Part.Concept(diagnosis.Wording is null ? diagnosis.Kind.Code : $"{diagnosis.Kind.Code}|{diagnosis.Wording}"),
        ["bodySite"] = Part.Many(Part.Snomed(diagnosis.Kind.BodySite)),
        ["onsetDateTime"] = diagnosis.Onset,
        ["recordedDate"] = diagnosis.Recorded,
        ["abatementDateTime"] = diagnosis.Ended,
    };
}
