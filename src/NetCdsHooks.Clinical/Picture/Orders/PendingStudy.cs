using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>An image that is ordered or booked.</summary>
/// <param name="Kind"><see cref="OrderKind.CtOrMri"/> or <see cref="OrderKind.SstrImaging"/>.</param>
/// <param name="Date">The day it is meant for; null when it is not scheduled.</param>
/// <param name="Regions">What it is to show.</param>
/// <param name="Evidence">The order or booking.</param>
internal sealed record PendingStudy(OrderKind Kind, PartialDate? Date, BodyRegions Regions, Evidence Evidence)
{
    /// <inheritdoc cref="BodyRegionRules.Show"/>
    internal bool Shows(PrimarySite? site) => Regions.Show(site);
}
