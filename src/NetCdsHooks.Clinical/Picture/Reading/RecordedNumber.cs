using System.Globalization;
using System.Text.RegularExpressions;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>A number of a result as it was written, from a quantity, a range, an integer or a string such as <c>&lt;2,5 ug/L</c>.</summary>
/// <param name="Text">Value with unit for a reader.</param>
/// <param name="Value">The bounds, in the recorded unit.</param>
/// <param name="Unit">UCUM unit, or the unit as it was printed when it is none of ours; null when there is none.</param>
/// <param name="IsUcum">Whether <paramref name="Unit"/> is a unit whose meaning is known.</param>
internal sealed record RecordedNumber(string Text, Interval<decimal> Value, string? Unit, bool IsUcum)
{
    private static readonly Regex Written = new(
        @"^\s*(?<comparator><=?|>=?|≤|≥)?\s*(?<number>[0-9]+(\.[0-9]+)?|[0-9]+,[0-9]{1,2})\s*(?<unit>[^0-9.,\s\-–].*)?$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>No result of a laboratory is as high; what is, is a slip, and would not survive a conversion.</summary>
    private const decimal Absurd = 1_000_000_000_000;

    /// <summary>Null for a value that is no number, below zero or absurdly high.</summary>
    internal static RecordedNumber? Of(IObservationValue value) =>
        value switch
        {
            { ValueQuantity.Value: { } number } => Of(number, value.ValueQuantity.Comparator, value.ValueQuantity),
            { ValueInteger: { } number } => Of(number, null, new Quantity()),
            { ValueRange: { } range } => OfRange(range),
            { ValueString: { } text } => OfText(text),
            _ => null,
        };

    private static RecordedNumber? Of(decimal number, string? comparator, Quantity quantity)
    {
        if (number is < 0 or > Absurd || Bounds(number, comparator) is not { } bounds)
            return null;
        var printed = quantity.Unit ?? quantity.Code;
        var text = string.Create(CultureInfo.InvariantCulture, $"{comparator}{number} {printed}").Trim();
        return WithUnit(text, bounds, quantity);
    }

    private static RecordedNumber? OfRange(Fhir.Range range)
    {
        if ((range.Low?.Value, range.High?.Value) is (null, null))
            return null;
        var low = range.Low?.Value ?? 0;
        var high = range.High?.Value ?? decimal.MaxValue;
        if (low is < 0 or > Absurd || high < low || high is > Absurd and < decimal.MaxValue)
            return null;
        var quantity = range.High ?? range.Low!;
        var text = (range.Low?.Value, range.High?.Value) switch
        {
            ({ } from, { } to) => string.Create(CultureInfo.InvariantCulture, $"{from}-{to} {quantity.Unit ?? quantity.Code}"),
            ({ } from, null) => string.Create(CultureInfo.InvariantCulture, $">={from} {quantity.Unit ?? quantity.Code}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"<={high} {quantity.Unit ?? quantity.Code}"),
        };
        return WithUnit(text.Trim(), new(low, high), quantity);
    }

    private static RecordedNumber? OfText(string text)
    {
        if (Written.Match(text) is not { Success: true } match)
            return null;
        var digits = match.Groups["number"].Value.Replace(',', '.');
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > Absurd)
            return null;
        var comparator = match.Groups["comparator"].Value switch
        {
            "" => null,
            "≤" => "<=",
            "≥" => ">=",
            var sign => sign,
        };
        var unit = match.Groups["unit"] is { Success: true } group ? group.Value : null;
        return Bounds(number, comparator) is { } bounds ? WithUnit(text.Trim(), bounds, new Quantity { Unit = unit }) : null;
    }

    private static RecordedNumber WithUnit(string text, Interval<decimal> bounds, Quantity quantity)
    {
        var known = Units.Of(quantity);
        var printed = (quantity.Unit ?? quantity.Code)?.Trim();
        return new(text, bounds, known ?? (string.IsNullOrEmpty(printed) ? null : printed), known is not null);
    }

    private static Interval<decimal>? Bounds(decimal number, string? comparator) =>
        comparator switch
        {
            null or "" => Interval<decimal>.Exactly(number),
            "<" => new(0, number, HighIncluded: false),
            "<=" => new(0, number),
            ">" => new(number, decimal.MaxValue, LowIncluded: false),
            ">=" => new(number, decimal.MaxValue),
            _ => null,
        };
}
