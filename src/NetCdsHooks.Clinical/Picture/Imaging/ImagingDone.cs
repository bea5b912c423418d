using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>A study that was done.</summary>
/// <param name="Modality">How.</param>
/// <param name="Date">When, as precise as recorded; null when the study has no date.</param>
/// <param name="RegionKnown">False when nothing says which part of the body was imaged.</param>
public sealed record ImagingDone(Modality Modality, PartialDate? Date, bool RegionKnown);
