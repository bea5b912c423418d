namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>An entry of the problem list.</summary>
internal sealed record Diagnosis(DiagnosisKind Kind)
{
    /// <summary>FHIR clinical status; null when left out, which counts as active.</summary>
    internal string? Status { get; init; } = "active";

    /// <summary>FHIR verification status; null when left out, which counts as confirmed.</summary>
    internal string? Certainty { get; init; } = "confirmed";

    internal string? Onset { get; init; }

    internal string? Recorded { get; init; }

    internal string? Ended { get; init; }

    /// <summary>Wording beside the code.</summary>
    internal string? Wording { get; init; }

    internal string? Date => Onset ?? Recorded;

    internal bool Counts => Certainty is null or "confirmed";

    internal bool IsActive => Counts && Status is null or "active" or "recurrence" or "relapse";

    internal bool IsOver => Counts && Status is "remission" or "inactive" or "resolved";

    internal bool IsSuspected => Status is null or "active" or "recurrence" or "relapse" && Certainty is "provisional" or "differential" or "unconfirmed";

    public override string ToString() =>
        $"diagnosis {Kind}{(Wording is null ? "" : $" \"{Wording}\"")}, {Status ?? "no status"}, {Certainty ?? "no certainty"}, onset {Onset ?? "-"}, recorded {Recorded ?? "-"}, ended {Ended ?? "-"}";
}
