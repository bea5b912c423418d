using System.Globalization;
using System.Text.Json;

namespace NetCdsHooks.Sandbox.Fhir;

/// <summary>The time that a FHIR date, dateTime, instant or Period covers: from <c>Low</c> up to, not including, <c>High</c>. UTC where no offset is given.</summary>
internal readonly record struct DateRange(DateTimeOffset Low, DateTimeOffset High)
{
    private static readonly (int Length, string Format, Func<DateTimeOffset, DateTimeOffset> Next)[] Precisions =
    [
        (4, "yyyy", low => low.AddYears(1)),
        (7, "yyyy-MM", low => low.AddMonths(1)),
        (10, "yyyy-MM-dd", low => low.AddDays(1)),
    ];

    public static DateRange? Parse(string text)
    {
        foreach (var (length, format, next) in Precisions)
            if (text.Length == length)
                return Exact(text, format) is { } low ? From(low, next) : null;

        return text.Length > 10 && text[10] == 'T'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
                ? From(moment, start => start.AddSeconds(text.Contains('.') ? 0.001 : 1))
                : null;
    }

    public static DateRange? Of(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            return Parse(value.GetString()!);

        var start = JsonPath.TextAt(value, "start");
        var end = JsonPath.TextAt(value, "end");
        return start is null && end is null
            ? null
            : new DateRange(
                start is null ? DateTimeOffset.MinValue : Parse(start)?.Low ?? DateTimeOffset.MinValue,
                end is null ? DateTimeOffset.MaxValue : Parse(end)?.High ?? DateTimeOffset.MaxValue);
    }

    public bool Contains(DateRange other) => Low <= other.Low && other.High <= High;

    /// <summary>The last year of the calendar has no next one.</summary>
    private static DateRange From(DateTimeOffset low, Func<DateTimeOffset, DateTimeOffset> next) =>
        new(low, low.UtcDateTime.Year >= DateTime.MaxValue.Year ? DateTimeOffset.MaxValue : next(low));

    private static DateTimeOffset? Exact(string text, string format) =>
        DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var low) ? low : null;
}
