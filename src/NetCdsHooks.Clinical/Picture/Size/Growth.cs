using System.Globalization;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Two sizes of the same tumour in place.</summary>
/// <param name="EarlierMm">The earlier largest diameter in mm.</param>
/// <param name="LaterMm">The latest largest diameter in mm.</param>
/// <param name="EarlierDate">Of the earlier one, as far as it was recorded.</param>
/// <param name="LaterDate">Of the latest one.</param>
/// <param name="SameModality">False when the two were measured by different methods.</param>
public sealed record Growth(decimal EarlierMm, decimal LaterMm, PartialDate EarlierDate, PartialDate LaterDate, bool SameModality)
{
    /// <summary>A pair closer together has no yearly rate.</summary>
    internal const int ShortestDays = 90;

    /// <summary>The longest time between them that the dates allow.</summary>
    public int Days => LaterDate.Last.DayNumber - EarlierDate.First.DayNumber;

    /// <summary>The shortest; not above zero when the dates do not tell which came first.</summary>
    public int LeastDays => LaterDate.First.DayNumber - EarlierDate.Last.DayNumber;

    /// <summary>Such as <c>365</c>, or <c>354 to 384</c> when a date is vague.</summary>
    internal string DaysInWords => LeastDays == Days
        ? Days.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{LeastDays} to {Days}");

    /// <summary>mm per 365 days over the longest time, rounded half up to one decimal; null for a pair less than 90 days apart.</summary>
    public decimal? RatePerYear => Days < ShortestDays ? null : RateOver(Days);

    /// <summary>The slowest and the fastest that the dates allow.</summary>
    public Interval<decimal>? Rate => RatePerYear is not { } slowest ? null
        : RateOver(Math.Max(LeastDays, ShortestDays)) is var fastest && fastest < slowest ? new(fastest, slowest)
        : new(slowest, fastest);

    /// <summary>The absolute increase in mm.</summary>
    public decimal Increase => LaterMm - EarlierMm;

    private decimal RateOver(int days) => decimal.Round(Increase * 365 / days, 1, MidpointRounding.AwayFromZero);
}
