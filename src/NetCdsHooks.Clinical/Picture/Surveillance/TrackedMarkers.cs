using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>What the markers that a plan follows add up to.</summary>
internal static class TrackedMarkers
{
    /// <summary>
    /// Chromogranin A, or neuron-specific enolase for a high-grade tumour known not to raise it;
    /// 5-HIAA with a carcinoid syndrome or a raised first value.
    /// </summary>
    internal static ImmutableArray<TrackedMarker> Under(SurveillancePlan plan, MarkerInputs inputs)
    {
        var first = plan == SurveillancePlan.HighGrade && inputs.ChromograninAElevated.Test(elevated => !elevated) == Truth.Yes
            ? new TrackedMarker(
                "neuron-specific enolase", inputs.NeuronSpecificEnolase, Fact.Known(true, inputs.ChromograninAElevated.Evidence))
            : new TrackedMarker("chromogranin A", inputs.ChromograninA, Fact.Known(true));
        return [first, new TrackedMarker("5-HIAA", inputs.FiveHiaa, Either(inputs.CarcinoidSyndrome, inputs.FiveHiaaEverElevated))];
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
