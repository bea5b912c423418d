using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Whether 5-HIAA was raised when it was first measured.</summary>
internal static class BaselineFiveHiaa
{
    private static readonly ImmutableArray<string> High = ["H", "HH", "HU", "A", "AA", ">"];

    /// <summary>Raised by the laboratory's own range or flag; a raised latest value follows the marker as well.</summary>
    internal static Fact<bool> Elevated(Chart chart, MarkerFacts markers)
    {
        var baseline = markers.BaselineFiveHiaa;
        var raised = chart.Record.All<Observation>()
            .Where(observation => baseline.Evidence.Any(evidence => evidence.Resource == observation.Self))
            .Any(IsRaised);
        return raised ? Fact.Known(true, baseline.Evidence) : markers.FiveHiaaElevated;
    }

    private static bool IsRaised(Observation observation) =>
        observation.Interpretation.Any(flag => flag.Coding.Any(coding => coding.Code is { } code && High.Contains(code)))
        || observation.ReferenceRange.Any(range => range.High?.Value is { } limit
            && observation.ValueQuantity is { Value: { } value, Comparator: null or ">" or ">=" }
            && value > limit);
}
