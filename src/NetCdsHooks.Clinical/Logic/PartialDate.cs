using System.Globalization;

namespace NetCdsHooks.Clinical.Logic;

/// <summary>
/// A calendar date as far as it was recorded: <c>2024</c>, <c>2024-05</c> or <c>2024-05-31</c>,
/// which is every day from <see cref="First"/> to <see cref="Last"/>.
/// </summary>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    private PartialDate(DateOnly first, DateOnly last) => (First, Last) = (first, last);

    /// <summary>The earliest day it can be.</summary>
    public DateOnly First { get; }

    /// <summary>The latest day it can be.</summary>
    public DateOnly Last { get; }

    public bool IsExact => First == Last;

    public static PartialDate Of(DateOnly day) => new(day, day);

    public static implicit operator PartialDate(DateOnly day) => Of(day);

    /// <summary>
    /// Reads a FHIR date, dateTime or instant. A time with an offset is first moved into <paramref name="zone"/>.
    /// </summary>
    /// <returns>False for anything that is no date.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, TimeZoneInfo zone, out PartialDate date)
    {
        var written = text.Trim();
        if (!TryParse(written, out date, zone))
            return false;
        if (written.Length != text.Length)
            Tolerances.Use(Tolerance.DateWithBlanks);
        return true;
    }

    private static bool TryParse(ReadOnlySpan<char> text, out PartialDate date, TimeZoneInfo zone)
    {
        date = default;
        switch (text.Length)
        {
            case 4 when TryYear(text, out var year):
                date = new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
                return true;
            case 7 when DateOnly.TryParseExact($"{text}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first):
                date = new(first, first.AddMonths(1).AddDays(-1));
                return true;
            case 10 when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                date = Of(day);
                return true;
            default:
                return text.Length > 10 && TryDateTime(text, zone, out date);
        }
    }

    /// <summary>Orders by the latest possible day, then by the earliest, so that an exact day comes after a vague month that ends on it.</summary>
    public int CompareTo(PartialDate other) =>
        Last != other.Last ? Last.CompareTo(other.Last) : First.CompareTo(other.First);

    /// <summary>As precise as it is known: <c>2024</c>, <c>2024-05</c>, <c>2024-05-31</c>.</summary>
    public override string ToString()
    {
        var format = IsExact ? "yyyy-MM-dd" : First.Month == Last.Month ? "yyyy-MM" : "yyyy";
        return First.ToString(format, CultureInfo.InvariantCulture);
    }

    private static bool TryYear(ReadOnlySpan<char> text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= 1 and <= 9999;

    private static bool TryDateTime(ReadOnlySpan<char> text, TimeZoneInfo zone, out PartialDate date)
    {
        date = default;
        if (text[10] != 'T' || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            return false;
        var hasZone = text[^1] is 'Z' or 'z' || text[10..].IndexOfAny('+', '-') > 0;
        date = Of(DateOnly.FromDateTime(hasZone ? TimeZoneInfo.ConvertTime(moment, zone).DateTime : moment.DateTime));
        return true;
    }
}
