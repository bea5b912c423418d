using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>A tumour marker that a plan may follow.</summary>
/// <param name="Name">As a card names it.</param>
/// <param name="Latest">Its latest value.</param>
/// <param name="Tracked">Whether the plan follows it.</param>
internal sealed record TrackedMarker(string Name, Fact<MarkerValue> Latest, Fact<bool> Tracked)
{
    /// <summary>NotRecorded for a marker that is not followed, was never measured, or has no date. One measured lately is not due, followed or not.</summary>
    internal Fact<DueState> State(DueInterval interval, DateOnly today) =>
        Latest.Then(value => Due(value, interval, today)) is var state && IsQuiet(state) ? state
        : Tracked.Then(tracked => tracked ? state : Fact.Unknown<DueState>(UnknownReason.NotRecorded));

    /// <summary>Nothing is due, whatever else may be found.</summary>
    internal static bool IsQuiet(Fact<DueState> state) =>
        state is Fact<DueState>.Known { Value: DueState.NotDue } || state.WhyUnknown == UnknownReason.NotRecorded;

    private Fact<DueState> Due(MarkerValue value, DueInterval interval, DateOnly today) =>
        value.Date is { } date
            ? Fact.Known(SurveillanceCalendar.StateOf(date, interval, today), [.. Latest.Evidence, .. Tracked.Evidence])
            : Fact.Unknown<DueState>(UnknownReason.NotRecorded, Latest.Evidence);
}
