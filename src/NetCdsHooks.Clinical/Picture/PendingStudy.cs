using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>A study that is ordered or booked and not done yet.</summary>
internal sealed record PendingStudy(PendingOrder Kind, PartialDate? Date, bool RegionQualifies);
