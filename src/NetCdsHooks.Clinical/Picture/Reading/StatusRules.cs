using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Which diagnoses, results and reports count, and how far, by their status.</summary>
internal static class StatusRules
{
    /// <summary>False for a diagnosis that was refuted or entered in error.</summary>
    internal static bool Counts(this Condition condition) =>
        !condition.IsRefuted() && !Says(condition.VerificationStatus, "entered-in-error");

    /// <summary>Looked into and found not to be so.</summary>
    internal static bool IsRefuted(this Condition condition) => Says(condition.VerificationStatus, "refuted");

    internal static bool IsProvisional(this Condition condition) =>
        Says(condition.VerificationStatus, "provisional")
        || Says(condition.VerificationStatus, "differential")
        || Says(condition.VerificationStatus, "unconfirmed");

    /// <summary>Counts, and is more than a suspicion.</summary>
    internal static bool IsConfirmed(this Condition condition) => condition.Counts() && !condition.IsProvisional();

    /// <summary>True unless the record says that it is over.</summary>
    internal static bool IsActive(this Condition condition) =>
        !Says(condition.ClinicalStatus, "remission")
        && !Says(condition.ClinicalStatus, "inactive")
        && !Says(condition.ClinicalStatus, "resolved");

    internal static bool IsRecurrence(this Condition condition) =>
        Says(condition.ClinicalStatus, "recurrence") || Says(condition.ClinicalStatus, "relapse");

    internal static bool Counts(this Observation observation) =>
        observation.Status is "final" or "amended" or "corrected" or "preliminary";

    internal static bool IsPreliminary(this Observation observation) => observation.Status is "preliminary";

    internal static bool Counts(this DiagnosticReport report) =>
        report.Status is "final" or "amended" or "corrected" or "appended" or "partial" or "preliminary";

    internal static bool IsPreliminary(this DiagnosticReport report) => report.Status is "partial" or "preliminary";

    private static bool Says(CodeableConcept? status, string code)
    {
        if (status is null)
            return false;
        foreach (var coding in status.Coding)
            if (string.Equals(coding.Code, code, StringComparison.OrdinalIgnoreCase))
                return true;
        return !status.IsCoded && string.Equals(status.Text?.Trim(), code, StringComparison.OrdinalIgnoreCase);
    }
}
