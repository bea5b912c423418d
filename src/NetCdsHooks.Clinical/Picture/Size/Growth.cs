namespace NetCdsHooks.Clinical.Picture;

/// <summary>Two sizes of the same tumour in place.</summary>
/// <param name="EarlierMm">The earlier largest diameter in mm.</param>
/// <param name="LaterMm">The latest largest diameter in mm.</param>
/// <param name="EarlierDate">Day of the earlier one.</param>
/// <param name="LaterDate">Day of the latest one.</param>
/// <param name="SameModality">False when the two were measured by different methods.</param>
public sealed record Growth(decimal EarlierMm, decimal LaterMm, DateOnly EarlierDate, DateOnly LaterDate, bool SameModality)
{
    public int Days => LaterDate.DayNumber - EarlierDate.DayNumber;

    /// <summary>mm per 365 days, rounded half up to one decimal; null for a pair less than 90 days apart.</summary>
    public decimal? RatePerYear =>
        Days < 90 ? null : decimal.Round((LaterMm - EarlierMm) * 365 / Days, 1, MidpointRounding.AwayFromZero);

    /// <summary>The absolute increase in mm.</summary>
    public decimal Increase => LaterMm - EarlierMm;
}
