using System.Collections.Immutable;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>How often each plan asks for images and markers, as <c>surveillance/intervals.json</c> says.</summary>
/// <param name="Imaging">CT or MRI by plan; the plan without imaging has none.</param>
/// <param name="Markers">Tumour markers by plan.</param>
/// <param name="ReceptorImaging">Repeat somatostatin-receptor imaging.</param>
public sealed record SurveillanceIntervals(
    ImmutableDictionary<SurveillancePlan, DueInterval> Imaging,
    ImmutableDictionary<SurveillancePlan, DueInterval> Markers,
    DueInterval ReceptorImaging)
{
    /// <summary>Null under the plan without imaging.</summary>
    internal DueInterval? OfImaging(SurveillancePlan plan) => Imaging.GetValueOrDefault(plan);

    /// <inheritdoc cref="OfImaging"/>
    internal DueInterval? OfMarkers(SurveillancePlan plan) => Markers.GetValueOrDefault(plan);
}
