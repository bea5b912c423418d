using NetCdsHooks.Clinical.Fhir;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Which resources count, by their status.</summary>
internal static class StatusRules
{
    internal static bool Counts(this Observation observation) =>
        observation.Status is "final" or "amended" or "corrected" or "preliminary";

    internal static bool Counts(this DiagnosticReport report) =>
        report.Status is "final" or "amended" or "corrected" or "appended" or "partial" or "preliminary";

    internal static bool Counts(this Condition condition) =>
        !condition.VerificationStatus.Says("refuted") && !condition.VerificationStatus.Says("entered-in-error");

    internal static bool IsProvisional(this Condition condition) =>
        condition.VerificationStatus.Says("provisional")
        || condition.VerificationStatus.Says("differential")
        || condition.VerificationStatus.Says("unconfirmed");

    private static bool Says(this Terminology.CodeableConcept? status, string code) =>
        status is not null && status.Coding.Any(coding => coding.Code == code);
}
