using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>The parts of the body that an image shows, as far as the record says.</summary>
[Flags]
internal enum BodyRegions
{
    NotStated = 0,
    Abdomen = 1,
    Chest = 2,
    WholeBody = 4,

    /// <summary>Head, limb, spine, breast, heart: never the region of the tumour.</summary>
    Other = 8,
}

internal static class BodyRegionRules
{
    internal static BodyRegions RegionsOf(this Chart chart, CodeableConcept wording) =>
        (chart.Means("region-abdomen", wording) ? BodyRegions.Abdomen : 0)
        | (chart.Means("region-chest", wording) ? BodyRegions.Chest : 0)
        | (chart.Means("region-whole-body", wording) ? BodyRegions.WholeBody : 0)
        | (chart.Means("region-other", wording) ? BodyRegions.Other : 0);

    /// <summary>
    /// Whether the image can show the tumour: the chest for lung and thymus, else abdomen or pelvis; an unknown primary is
    /// looked for in the abdomen, and an image of no stated region is taken to show it.
    /// </summary>
    internal static bool Show(this BodyRegions regions, PrimarySite? site) =>
        regions == BodyRegions.NotStated
        || regions.HasFlag(BodyRegions.WholeBody)
        || regions.HasFlag(site is PrimarySite.Lung or PrimarySite.Thymus ? BodyRegions.Chest : BodyRegions.Abdomen);

    /// <summary>Whether two descriptions can be of the same image.</summary>
    internal static bool Overlap(this BodyRegions regions, BodyRegions others) =>
        regions == BodyRegions.NotStated || others == BodyRegions.NotStated || (regions & others) != 0;
}
