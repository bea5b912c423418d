namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>An order or a booking that is being placed: of a drug or of a service.</summary>
/// <param name="Id">FHIR id.</param>
internal sealed record Draft(string Id)
{
    internal DrugKind? Drug { get; init; }

    internal RequestKind? Service { get; init; }

    internal bool IsAppointment { get; init; }

    /// <summary>False for one that stands beside those just selected.</summary>
    internal bool IsJudged { get; init; } = true;

    internal string Status { get; init; } = "draft";

    /// <summary>The day it is meant for.</summary>
    internal string? Date { get; init; }

    internal decimal? Milligrams { get; init; }

    /// <summary>The number and the unit of time from dose to dose, such as 4 and <c>wk</c>.</summary>
    internal (int Number, string Unit)? Every { get; init; }

    internal int? TimesADay { get; init; }

    /// <summary>Such as <c>icd|E22.0</c>.</summary>
    internal string? Reason { get; init; }

    internal string? Note { get; init; }

    /// <summary>Why a therapy is stopped.</summary>
    internal string? StopReason { get; init; }

    internal bool IsEnded => Status is "stopped" or "cancelled" or "revoked";

    public override string ToString() =>
        $"{(IsJudged ? "judged" : "background")} {(IsAppointment ? "booking" : "draft")} {Id}: {Drug?.ToString() ?? Service?.ToString()}, {Status}, for {Date ?? "no date"}, {Milligrams} mg every {Every} x{TimesADay}, reason {Reason ?? "-"}, note {Note ?? "-"}, stopped {StopReason ?? "-"}";
}
