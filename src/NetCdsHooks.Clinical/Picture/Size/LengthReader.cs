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

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Digits = @"\d+(?:[.,]\d+)?";
    private const string Unit = @"(?:mm|cm|millimet(?:er|re)s?|centimet(?:er|re)s?)";

    /// <summary>Such as <c>18 mm</c>, <c>&lt; 1,5 cm</c>, <c>up to 2 cm</c> or <c>18 x 12 mm</c>.</summary>
    private static readonly Regex Written = new(
        $@"^\s*(?<sign><=|>=|<|>|≤|≥|up\s+to)?\s*{Digits}(?:\s*{Unit}?\s*[x×*]\s*{Digits})*\s*(?<unit>{Unit})\s*\.?\s*$", Options);

    /// <summary>Such as <c>14-16 mm</c>, <c>1.4 cm to 1.6 cm</c> or <c>between 14 and 16 mm</c>.</summary>
    private static readonly Regex Bounds = new(
        $@"^\s*(?:{Digits}\s*{Unit}?\s*(?:-|–|—|to)|between\s+{Digits}\s*{Unit}?\s*and)\s*{Digits}\s*(?<unit>{Unit})\s*\.?\s*$", Options);

    private static readonly Regex Part = new($@"(?<number>{Digits})\s*(?<unit>{Unit})?", Options);

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

    /// <summary>True for a value that is there and means nothing.</summary>
    internal static bool IsUnreadable(IObservationValue value) =>
        (value.ValueQuantity?.Value is not null || value.ValueRange is not null || !string.IsNullOrWhiteSpace(value.ValueString))
        && Read(value) is null
        && !(value.ValueString is { } text && NotMeasured.Says(text));

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
        var signs = LimitWords.InSigns(text);
        if (Bounds.Match(signs) is { Success: true } range)
        {
            var ends = Lengths(signs, range.Groups["unit"].Value);
            return ends.Min() is > 0 and var low && ends.Max() is < Absurd and var high ? new(low, high) : null;
        }

        return Written.Match(signs) is { Success: true } match
            ? Bounded(Lengths(signs, match.Groups["unit"].Value).Max(), match.Groups["sign"].Value)
            : null;
    }

    /// <summary>Every number in mm; one without a unit of its own has that of the last.</summary>
    private static decimal[] Lengths(string text, string unit) =>
    [
        .. Part.Matches(text).Select(part =>
            Number(part.Groups["number"].Value) * PerUnit(part.Groups["unit"] is { Success: true } own ? own.Value : unit) ?? Absurd),
    ];

    private static Interval<decimal>? Bounded(decimal millimetres, string? comparator) => millimetres is <= 0 or >= Absurd
        ? null
        : comparator switch
        {
            null or "" => Interval<decimal>.Exactly(millimetres),
            "<" => new(0, millimetres, HighIncluded: false),
            "<=" or "≤" => new(0, millimetres),
            ">" => new(millimetres, NoLimit, LowIncluded: false),
            ">=" or "≥" => new(millimetres, NoLimit),
            _ when comparator.StartsWith("up", StringComparison.OrdinalIgnoreCase) => new(0, millimetres),
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
