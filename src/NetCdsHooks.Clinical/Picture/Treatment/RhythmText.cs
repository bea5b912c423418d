using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Reads how often a drug is given, in words (<c>every 4 weeks</c>), in Latin (<c>TID</c>) or in short (<c>q28d</c>).</summary>
internal static class RhythmText
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const int DaysInMonth = 28;

    private const string Count = @"[0-9]{1,3}|one|two|three|four|five|six|seven|eight|ten|twelve|other|second|third|fourth";
    private const string Unit = @"hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mo|mths?";

    private static readonly ImmutableDictionary<string, decimal> Numbers = ImmutableDictionary.CreateRange(
        StringComparer.OrdinalIgnoreCase,
        new[] { "one", "two", "three", "four", "five", "six", "seven", "eight", "ten", "twelve", "other", "second", "third", "fourth" }
            .Zip([1m, 2m, 3m, 4m, 5m, 6m, 7m, 8m, 10m, 12m, 2m, 2m, 3m, 4m], KeyValuePair.Create));

    /// <summary>"every 4-6 weeks" names no single interval.</summary>
    private static readonly Regex Vague = new(@"\b(?:every|q)\s*[0-9]{1,3}\s*(?:-|–|to)\s*[0-9]", Options);

    private static readonly Regex EveryNth = new(
        $@"\b(?:every|each|q\.?)\s*(?<count>{Count})\s*-?\s*(?<unit>{Unit})\b|\b(?<count>{Count})[\s-]+(?<unit>week|month|hour)ly\b", Options);

    private static readonly Regex TimesADay = new(
        $@"\b(?<count>{Count})\s*(?:x|×|times?|doses)\s*(?:/|a|per|each|every)?\s*(?:daily|day|d)\b", Options);

    /// <summary>The first that is found counts; rhythms longer than a day come first, since "daily" may stand for a day of them.</summary>
    private static readonly ImmutableArray<(Regex Words, decimal Days)> Phrases =
    [
        (new(@"\b(?:fortnightly|bi-?weekly)\b|\balternate\s+weeks?\b", Options), 14),
        (new(@"\b(?:once\s+)?(?:weekly|a\s+week|(?:every|each|per)\s+week)\b|^\s*WK\s*$", Options), 7),
        (new(@"\b(?:once\s+)?(?:monthly|a\s+month|(?:every|each|per)\s+month|q\s*month)\b|^\s*MO\s*$", Options), DaysInMonth),
        (new(@"\bQOD\b|\balternate\s+days?\b", Options), 2),
        (new(@"\b(?:QID|q\.i\.d|QDS)\b|\bfour\s+times\b", Options), 1m / 4),
        (new(@"\b(?:TID|t\.i\.d|TDS|thrice)\b", Options), 1m / 3),
        (new(@"\b(?:BID|b\.i\.d|BD|twice)\b", Options), 1m / 2),
        (new(@"\b(?:daily|nightly|QD|q\.d|OD|o\.d|once\s+a\s+day|(?:every|each|per|a)\s+(?:day|morning|evening|night)|at\s+night)\b|/\s*(?:day|d|24\s*h)\b|^\s*[AP]M\s*$", Options), 1),
    ];

    /// <summary>Null when the text tells none, or one without a single meaning.</summary>
    internal static (decimal? IntervalDays, decimal? TimesPerDay)? Read(string? text)
    {
        if (text is null || Vague.IsMatch(text))
            return null;
        if (EveryNth.Match(text) is { Success: true } nth)
            return Number(nth) is > 0 and var count && DaysIn(nth.Groups["unit"].Value) is { } days ? Every(count * days) : null;
        if (TimesADay.Match(text) is { Success: true } times)
            return Number(times) is > 0 and var count ? Every(1 / count) : null;
        foreach (var (words, days) in Phrases)
            if (words.IsMatch(text))
                return Every(days);
        return null;
    }

    internal static (decimal? IntervalDays, decimal? TimesPerDay) Every(decimal days) =>
        (days >= 1 ? days : null, days <= 1 ? Math.Round(1 / days, 2) : null);

    /// <summary>Days in one of a unit of time; null for one that is not known.</summary>
    internal static decimal? DaysIn(string? unit) => unit?.ToLowerInvariant() switch
    {
        "h" or "hr" or "hrs" or "hour" or "hours" => 1m / 24,
        "d" or "day" or "days" => 1,
        "w" or "wk" or "wks" or "week" or "weeks" => 7,
        "mo" or "mth" or "mths" or "month" or "months" => DaysInMonth,
        "a" => 365,
        _ => null,
    };

    private static decimal? Number(Match match)
    {
        var text = match.Groups["count"].Value;
        return Numbers.TryGetValue(text, out var word) ? word
            : decimal.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : null;
    }
}
