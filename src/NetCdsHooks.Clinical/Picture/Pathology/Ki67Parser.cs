using System.Globalization;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Reads a Ki-67 labelling index in percent. Null is the answer to everything that is no index between 0 and 100 %.</summary>
internal static class Ki67Parser
{
    /// <inheritdoc cref="Ki67Text.Parse"/>
    internal static Ki67? Parse(string? text) => Ki67Text.Parse(text);

    /// <summary>The value of a result, in whichever form it was filed.</summary>
    internal static Ki67? Parse(IObservationValue value) =>
        value switch
        {
            { ValueQuantity.Value: not null } => Parse(value.ValueQuantity),
            { ValueRange: not null } => Parse(value.ValueRange),
            { ValueInteger: { } number } => Within(Interval<decimal>.Exactly(number), string.Create(CultureInfo.InvariantCulture, $"{number} %")),
            _ => value.Wordings().Select(Ki67Text.Parse).FirstOrDefault(read => read is not null),
        };

    internal static Ki67? Parse(Quantity quantity)
    {
        if (quantity.Value is not { } number || ScaleOf(quantity) is not { } scale)
            return null;
        var percent = number * scale;
        Interval<decimal>? bounds = quantity.Comparator switch
        {
            null or "" => Interval<decimal>.Exactly(percent),
            "<" => new(0, percent, HighIncluded: false),
            "<=" => new(0, percent),
            ">" => new(percent, 100, LowIncluded: false),
            ">=" => new(percent, 100),
            _ => null,
        };
        var mayBeRatio = UnitOf(quantity) is null && number is > 0 and <= 1 && number != decimal.Truncate(number);
        var raw = string.Create(CultureInfo.InvariantCulture, $"{quantity.Comparator}{number} {UnitOf(quantity) ?? "%"}");
        return bounds is { } known && Within(known, raw, mayBeRatio) is { } ki67 ? ki67 with { MayBeRatio = mayBeRatio } : null;
    }

    internal static Ki67? Parse(Fhir.Range range)
    {
        var low = range.Low is { Value: not null } from ? from.Value * ScaleOf(from) : 0;
        var high = range.High is { Value: not null } to ? to.Value * ScaleOf(to) : 100;
        if (low is null || high is null || (range.Low?.Value is null && range.High?.Value is null))
            return null;
        var raw = (range.Low?.Value, range.High?.Value) switch
        {
            (null, _) => string.Create(CultureInfo.InvariantCulture, $"<={high} %"),
            (_, null) => string.Create(CultureInfo.InvariantCulture, $">={low} %"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{low}-{high} %"),
        };
        return Within(new(low.Value, high.Value), raw);
    }

    /// <summary>True for a text that says there is no result.</summary>
    internal static bool SaysNotMeasured(IObservationValue value) =>
        value.ValueQuantity?.Value is null && value.Wordings().Any(Ki67Text.SaysNotMeasured);

    /// <summary>Null for what lies outside 0 to 100.</summary>
    internal static Ki67? Within(Interval<decimal> percent, string raw, bool approximate = false)
    {
        var isEmpty = percent.Low > percent.High || (percent.IsExact && !(percent.LowIncluded && percent.HighIncluded));
        return isEmpty || percent.Low < 0 || percent.High > 100 ? null : new(percent, raw, approximate);
    }

    /// <summary>1 for percent, 100 for a ratio between 0 and 1, null for a unit that is neither.</summary>
    private static decimal? ScaleOf(Quantity quantity) =>
        UnitOf(quantity) switch
        {
            null => 1,
            "1" or "{ratio}" or "ratio" or "{fraction}" or "fraction" => quantity.Value is >= 0 and <= 1 ? 100 : null,
            var unit when unit.Contains('%', StringComparison.Ordinal)
                || unit.Contains("percent", StringComparison.OrdinalIgnoreCase)
                || unit.Equals("pct", StringComparison.OrdinalIgnoreCase) => 1,
            _ => null,
        };

    /// <summary>The UCUM code speaks before the printed unit.</summary>
    private static string? UnitOf(Quantity quantity)
    {
        var unit = string.IsNullOrWhiteSpace(quantity.Code) ? quantity.Unit : quantity.Code;
        return string.IsNullOrWhiteSpace(unit) ? null : unit.Trim();
    }
}
