using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>How much of a drug is given and how often, as far as an order or a dose tells; null where it does not.</summary>
/// <param name="Milligrams">One dose.</param>
/// <param name="Gigabecquerel">One dose of a radionuclide.</param>
/// <param name="IntervalDays">Days from one dose to the next, for a drug given once a day or less often; a month counts as 28 days.</param>
/// <param name="TimesPerDay">Doses a day, for a drug given once a day or more often.</param>
internal sealed record PrescribedDose(
    Interval<decimal>? Milligrams, Interval<decimal>? Gigabecquerel, decimal? IntervalDays, decimal? TimesPerDay)
{
    internal static PrescribedDose NotStated { get; } = new(null, null, null, null);

    internal bool HasRhythm => IntervalDays is not null || TimesPerDay is not null;
}
