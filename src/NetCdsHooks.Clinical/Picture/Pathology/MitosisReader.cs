using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Finds the mitotic count per 2 mm2. Ten high-power fields are taken for about 2 mm2.</summary>
internal sealed class MitosisReader(Chart chart)
{
    private static readonly Regex Area = new(
        @"(?:/|\bper\b|\bin\b)\s*[\[({]*(?<n>\d+)?[\s._\])}]*[\[({]*(?<area>HPFs?\b|high[\s-]power\s+fields?|mm\s?2\b|mm²|mm\^2|sq(?:uare|\.)?\s*(?:mm|millimet(?:re|er)s?))[\])}]*",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Concept, and what a bare number under its code is multiplied with to become a count per 2 mm2.</summary>
    private static readonly ImmutableArray<(string ConceptId, decimal Factor)> Counts =
        [("mitoses-per-mm2", 2), ("mitoses-per-10-hpf", 1), ("mitoses-unspecified", 1)];

    internal Fact<Interval<decimal>> Read()
    {
        var readings = Counts
            .SelectMany(count => chart.ResultsFor(count.ConceptId).Select(result => Reading(result, count.Factor)))
            .ToArray();
        return LatestReading.Of(readings, chart.GapsIn([DataNeed.Pathology], [.. Counts.Select(count => count.ConceptId)]), Highest);
    }

    /// <summary>The count per 2 mm2 in a text such as <c>&lt;1 per 10 HPF</c>; null when there is none.</summary>
    internal static Interval<decimal>? Parse(string text, decimal factor)
    {
        var numbers = WrittenNumber.In(Area.Replace(text, " "));
        return numbers is [{ IsReadable: true } number, ..]
            ? Scaled(number.Low ?? 0, number.High, number.LowIncluded, number.HighIncluded, FactorIn(text) ?? factor)
            : null;
    }

    private static Fact<Interval<decimal>> Reading(ConceptResult result, decimal factor) =>
        Parse(result.Value, factor) is { } count ? result.Reads(count) : result.IsUnusable<Interval<decimal>>();

    private static Interval<decimal>? Parse(IObservationValue value, decimal factor) =>
        value switch
        {
            { ValueQuantity.Value: { } number } => OfQuantity(number, value.ValueQuantity, factor),
            { ValueRange: { } range } => Scaled(range.Low?.Value ?? 0, range.High?.Value, true, true, FactorIn(range.High ?? range.Low) ?? factor),
            { ValueInteger: { } number } => Scaled(number, number, true, true, factor),
            _ => value.Wordings().Select(text => Parse(text, factor)).FirstOrDefault(count => count is not null),
        };

    private static Interval<decimal>? OfQuantity(decimal number, Quantity quantity, decimal factor)
    {
        var scale = FactorIn(quantity) ?? factor;
        return quantity.Comparator switch
        {
            null or "" => Scaled(number, number, true, true, scale),
            "<" => Scaled(0, number, true, false, scale),
            "<=" => Scaled(0, number, true, true, scale),
            ">" => Scaled(number, null, false, true, scale),
            ">=" => Scaled(number, null, true, true, scale),
            _ => null,
        };
    }

    private static decimal? FactorIn(Quantity? quantity) =>
        FactorIn($"{quantity?.Code}") ?? FactorIn($"{quantity?.Unit}");

    private static decimal? FactorIn(string text)
    {
        if (Area.Match(text) is not { Success: true } match)
            return null;
        var isFields = match.Groups["area"].Value.StartsWith('h') || match.Groups["area"].Value.StartsWith('H');
        var unitsFor2SquareMm = isFields ? 10m : 2m;
        var counted = match.Groups["n"].Success && decimal.TryParse(match.Groups["n"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 1;
        return counted > 0 ? unitsFor2SquareMm / counted : null;
    }

    private static Interval<decimal>? Scaled(decimal low, decimal? high, bool lowIncluded, bool highIncluded, decimal factor) =>
        low < 0 || high < low || (low == high && !(lowIncluded && highIncluded))
            ? null
            : new(low * factor, high * factor ?? decimal.MaxValue, lowIncluded, highIncluded);

    private static Fact<Interval<decimal>> Highest(ImmutableArray<Fact<Interval<decimal>>.Known> readings) =>
        readings.OrderByDescending(reading => reading.Value.High).ThenByDescending(reading => reading.Value.Low).First();
}
