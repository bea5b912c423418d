using System.Globalization;
using System.Text.RegularExpressions;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Reads an instruction as it is written, such as <c>120 mg deep SC every 4 weeks</c>.</summary>
internal static class DoseText
{
    /// <summary>No dose is as high in any unit; what is, is a slip.</summary>
    internal const decimal Absurd = 1_000_000;

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Digits = @"[0-9]+(?:[.,][0-9]+)?";

    /// <summary>An amount for a body surface or weight, or in a volume, is no dose.</summary>
    private static readonly Regex Amounts = new(
        $@"(?:(?<times>[0-9]{{1,2}})\s*[x×]\s*)?(?<low>{Digits})(?:\s*(?:mg|mcg|ug|µg|μg|g)?\s*(?:-|–|to)\s*(?<high>{Digits}))?"
        + @"\s*(?<unit>mg|milligram(?:me)?s?|mcg|ug|µg|μg|microgram(?:me)?s?|g|grams?|GBq|MBq|mCi)\b(?<per>\s*(?:/|per)\s*(?:m2|m²|m\^2|kg|m?l|hour|hr|h|min)\b)?",
        Options);

    private static readonly Regex Bracketed = new(@"\([^()]*\)", Options);

    /// <summary>More or less than one tablet of a strength is another dose than that strength.</summary>
    private static readonly Regex Pieces = new(
        @"\b(?:[02-9]|1[0-9]|[2-9][0-9]|½|half|two|three|four|five|six)\s+(?:tab(?:let)?s?|cap(?:sule)?s?|vials?|ampoules?|syringes?|pills?)\b",
        Options);

    /// <summary>Several amounts in one text leave open which is meant: the dose lies somewhere between them.</summary>
    internal static PrescribedDose Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return PrescribedDose.NotStated;
        var plain = Bracketed.Replace(text, " ");
        var (interval, times) = RhythmText.Read(plain) ?? RhythmText.Read(text) ?? (null, null);
        return new(Hull(plain, DoseReader.MilligramsIn) ?? Hull(text, DoseReader.MilligramsIn), Hull(plain, DoseReader.GigabecquerelIn), interval, times);
    }

    private static Interval<decimal>? Hull(string text, Func<string?, decimal?> factor)
    {
        Interval<decimal>? hull = null;
        foreach (Match match in Amounts.Matches(text))
        {
            if (factor(match.Groups["unit"].Value) is not { } unit)
                continue;
            if (match.Groups["per"].Success || Read(match, unit) is not { } amount)
                return null;
            hull = hull is { } other ? new(Math.Min(other.Low, amount.Low), Math.Max(other.High, amount.High)) : amount;
        }

        return Pieces.IsMatch(text) ? null : hull;
    }

    private static Interval<decimal>? Read(Match match, decimal unit)
    {
        var times = match.Groups["times"] is { Success: true } group ? Number(group.Value) : 1;
        var low = Number(match.Groups["low"].Value) * times * unit;
        var high = match.Groups["high"] is { Success: true } upper ? Number(upper.Value) * times * unit : low;
        return low is > 0 and var from && high is { } to && from <= to ? new(from, to) : null;
    }

    /// <summary>A comma with three digits behind it may part thousands or decimals; such a number is not read.</summary>
    private static decimal? Number(string digits)
    {
        var comma = digits.IndexOf(',', StringComparison.Ordinal);
        if (comma >= 0 && digits.Length - comma > 3)
            return null;
        return decimal.TryParse(digits.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < Absurd
            ? number
            : null;
    }
}
