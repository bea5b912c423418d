using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>A tumour marker that a plan may follow.</summary>
/// <param name="Name">As a card names it.</param>
/// <param name="Latest">Its latest value.</param>
/// <param name="Tracked">Whether the plan follows it.</param>
internal sealed record TrackedMarker(string Name, Fact<MarkerValue> Latest, Fact<bool> Tracked)
{
    /// <summary>NotRecorded for a marker that is not followed, was never measured, or has no date.</summary>
    internal Fact<DueState> State(DueInterval interval, DateOnly today) =>
        Tracked.Then(tracked => tracked ? Latest.Then(value => Due(value, interval, today)) : Fact.Unknown<DueState>(UnknownReason.NotRecorded));

    private Fact<DueState> Due(MarkerValue value, DueInterval interval, DateOnly today) =>
        value.Date is { } date
            ? Fact.Known(SurveillanceCalendar.StateOf(date, interval, today), [.. Latest.Evidence, .. Tracked.Evidence])
            : Fact.Unknown<DueState>(UnknownReason.NotRecorded, Latest.Evidence);
}
