namespace NetCdsHooks.Clinical.Cards.Criteria;

/// <summary>In what a card counts how long ago something was.</summary>
internal enum AgeUnit
{
    Days,
    Weeks,
    Months,
    Years,
}

internal static class AgeUnits
{
    /// <summary>The day that lies so many units before another.</summary>
    internal static DateOnly Before(this AgeUnit unit, DateOnly day, int number) => unit switch
    {
        AgeUnit.Days => day.AddDays(-number),
        AgeUnit.Weeks => day.AddDays(-7 * number),
        AgeUnit.Months => day.AddMonths(-number),
        AgeUnit.Years => day.AddYears(-number),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, null),
    };
}
