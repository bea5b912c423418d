using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Which statuses let a resource count.</summary>
internal static class StatusRules
{
    internal static bool Counts(this Observation observation) => observation.Status is "final" or "amended" or "corrected" or "preliminary";

    internal static bool Counts(this DiagnosticReport report) =>
        report.Status is "final" or "amended" or "corrected" or "appended" or "partial" or "preliminary";

    internal static bool Counts(this Condition condition) => !condition.VerificationStatus.Has("refuted", "entered-in-error");

    internal static bool IsProvisional(this Condition condition) => condition.VerificationStatus.Has("provisional", "differential", "unconfirmed");

    private static bool Has(this CodeableConcept? status, params ReadOnlySpan<string> codes)
    {
        foreach (var coding in status?.Coding ?? [])
            if (coding.Code is not null && codes.Contains(coding.Code))
                return true;
        return false;
    }
}
