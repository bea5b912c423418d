using System.Collections.Immutable;
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

/// <summary>What the markers that a plan follows add up to.</summary>
internal static class TrackedMarkers
{
    /// <summary>
    /// Chromogranin A, or neuron-specific enolase for a high-grade tumour known not to raise it;
    /// 5-HIAA with a carcinoid syndrome or a raised first value.
    /// </summary>
    internal static ImmutableArray<TrackedMarker> Under(
        SurveillancePlan plan, MarkerFacts markers, Fact<bool> carcinoidSyndrome, Fact<bool> baselineFiveHiaaElevated)
    {
        var first = plan == SurveillancePlan.HighGrade && markers.ChromograninAElevated.Test(elevated => !elevated) == Truth.Yes
            ? new TrackedMarker("neuron-specific enolase", markers.NeuronSpecificEnolase, Fact.Known(true, markers.ChromograninAElevated.Evidence))
            : new TrackedMarker("chromogranin A", markers.ChromograninA, Fact.Known(true));
        return [first, new TrackedMarker("5-HIAA", markers.FiveHiaa, Either(carcinoidSyndrome, baselineFiveHiaaElevated))];
    }

    /// <summary>The worst state; a marker that could not be asked for leaves it unknown unless another one is due already.</summary>
    internal static Fact<DueState> Worst(ImmutableArray<Fact<DueState>> states)
    {
        var known = states.OfType<Fact<DueState>.Known>().MaxBy(state => state.Value);
        if (known is { Value: not DueState.NotDue })
            return known;
        var missing = states.FirstOrDefault(state => state.WhyUnknown is UnknownReason.NotRetrieved or UnknownReason.Unreadable);
        return missing ?? known ?? Fact.Unknown<DueState>(UnknownReason.NotRecorded);
    }

    /// <summary>Yes when one of them is; what could not be asked or read outweighs a no; what is not recorded is no reason.</summary>
    internal static Fact<bool> Either(Fact<bool> one, Fact<bool> other)
    {
        if (one is Fact<bool>.Known { Value: true })
            return one;
        if (other is Fact<bool>.Known { Value: true })
            return other;
        return Gap(one) ?? Gap(other) ?? Fact.Known(false);

        static Fact<bool>? Gap(Fact<bool> fact) =>
            fact.WhyUnknown is UnknownReason.NotRetrieved or UnknownReason.Unreadable ? fact : null;
    }
}
