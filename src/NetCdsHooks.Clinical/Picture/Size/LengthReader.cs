using System.Globalization;
using System.Text.RegularExpressions;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Reads a length in mm out of an observation's value.</summary>
internal static class LengthReader
{
    /// <summary>The upper bound of a size that is only known to be above something.</summary>
    internal const decimal NoLimit = decimal.MaxValue;

    /// <summary>No tumour is as large in any unit; what is, is a slip.</summary>
    private const decimal Absurd = 10_000;

    /// <summary>Such as <c>18 mm</c>, <c>&lt; 1,5 cm</c> or <c>18 x 12 mm</c>.</summary>
    private static readonly Regex Written = new(
        @"^\s*(?<sign><=|>=|<|>)?\s*\d+([.,]\d+)?(\s*(mm|cm)?\s*[x×*]\s*\d+([.,]\d+)?)*\s*(?<unit>mm|cm)\s*$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Part = new(
        @"(?<number>\d+([.,]\d+)?)\s*(?<unit>mm|cm)?",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    internal static bool HasValue(IObservationValue value) =>
        value.ValueQuantity is not null || value.ValueRange is not null || value.ValueString is not null || value.ValueInteger is not null;

    /// <summary>Null when the value means nothing.</summary>
    internal static Interval<decimal>? Read(IObservationValue value) =>
        value.ValueQuantity is { } quantity ? FromQuantity(quantity)
        : value.ValueRange is { } range ? FromRange(range)
        : value.ValueString is { } text ? FromText(text)
        : null;

    /// <summary>False where a number stands in a unit that is no mm or cm.</summary>
    internal static bool HasUsableUnit(IObservationValue value) =>
        value.ValueQuantity is { } quantity ? Factor(quantity) is not null
        : value.ValueRange is { } range ? Factor(range.Low ?? range.High) is not null
        : value.ValueInteger is null;

    private static Interval<decimal>? FromQuantity(Quantity quantity) =>
        Millimetres(quantity) is { } number ? Bounded(number, quantity.Comparator) : null;

    private static Interval<decimal>? FromRange(Fhir.Range range)
    {
        var low = range.Low is { } first ? Millimetres(first) : 0;
        var high = range.High is { } second ? Millimetres(second) : NoLimit;
        return (range.Low ?? range.High) is not null && low is { } from && high is { } to && from >= 0 && from <= to ? new(from, to) : null;
    }

    private static Interval<decimal>? FromText(string text)
    {
        if (Written.Match(text) is not { Success: true } match)
            return null;
        var unit = match.Groups["unit"].Value;
        var largest = Part.Matches(text).Max(part =>

            Number(part.Groups["number"].Value) * PerUnit(part.Groups["unit"] is { Success: true } own ? own.Value : unit) ?? Absurd);
        return Bounded(largest, match.Groups["sign"].Value);
    }

    private static Interval<decimal>? Bounded(decimal millimetres, string? comparator) => millimetres is <= 0 or >= Absurd
        ? null
        : comparator switch
        {
            null or "" => Interval<decimal>.Exactly(millimetres),
            "<" => new(0, millimetres, HighIncluded: false),
            "<=" => new(0, millimetres),
            ">" => new(millimetres, NoLimit, LowIncluded: false),
            ">=" => new(millimetres, NoLimit),
            _ => null,
        };

    private static decimal? Millimetres(Quantity quantity) =>
        quantity.Value is { } number && Math.Abs(number) < Absurd ? number * Factor(quantity) : null;

    private static decimal? Factor(Quantity? quantity) => quantity is null ? null : PerUnit(Units.Of(quantity));

    private static decimal? PerUnit(string? unit) => Units.Normalize(unit) switch
    {
        "mm" => 1,
        "cm" => 10,
        _ => null,
    };

    /// <summary>Null for a number that no size can be.</summary>
    private static decimal? Number(string text) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < Absurd
            ? number
            : null;
}
