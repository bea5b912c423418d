using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>A number, a limit or a range as it stands in a text.</summary>
/// <param name="Low">Lower bound, null when open.</param>
/// <param name="High">Upper bound, null when open.</param>
/// <param name="LowIncluded">False after "more than".</param>
/// <param name="HighIncluded">False after "less than".</param>
/// <param name="IsApproximate">Written with "about" or the like.</param>
/// <param name="IsPercent">A percent sign follows.</param>
/// <param name="IsReadable">False for digits that are no number, such as <c>1,234.5,6</c>.</param>
internal sealed record WrittenNumber(
    decimal? Low, decimal? High, bool LowIncluded, bool HighIncluded, bool IsApproximate, bool IsPercent, bool IsReadable = true)
{
    private const string About = @"~|≈|\bca\b\.?|\bcirca\b|\bapprox(?:\.|imate(?:ly)?\b|\b)|\babout\b|\baround\b|\broughly\b|\best(?:\.|imated\b)";
    private const string Digits = @"\d+(?:[.,]\d+)*";

    private static readonly Regex Pattern = new(
        $@"(?<about>{About})?\s*"
        + @"(?<compare><\s*=|=\s*<|≤|>\s*=|=\s*>|≥|<|>|\b(?:less than|below|under|up to|at most|not more than|no more than|more than|greater than|above|over|exceeding|at least))?\s*"
        + $@"(?<about>{About})?\s*"
        + $@"(?:\bbetween\s+(?<a>{Digits})\s*%?\s*and\s+(?<b>{Digits})|\b(?<a>{Digits})(?:\s*%?\s*(?<join>-|–|—|\bto\b|\bbis\b|±|\+/-)\s*(?:<|≤)?\s*(?<b>{Digits}))?)"
        + @"\s*(?<percent>%|\bper\s?cent\b|\bpct\b)?",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>All of them, in the order of the text. Digits that belong to a word, as in G2, are none.</summary>
    internal static ImmutableArray<WrittenNumber> In(string text) => [.. Pattern.Matches(text).Select(Read)];

    private static WrittenNumber Read(Match match)
    {
        var about = match.Groups["about"].Success;
        var percent = match.Groups["percent"].Success;
        var first = Parse(match.Groups["a"].Value);
        var second = match.Groups["b"] is { Success: true } group ? Parse(group.Value) : first;
        if (first is not { } a || second is not { } b)
            return new(null, null, true, true, about, percent, IsReadable: false);
        var (low, high) = match.Groups["join"].Value is "±" or "+/-" ? (a - b, a + b) : (Math.Min(a, b), Math.Max(a, b));
        var isRange = match.Groups["b"].Success;
        var read = new WrittenNumber(low, high, true, true, about, percent);
        return Direction(match.Groups["compare"].Value) switch
        {
            0 => read,
            < 0 and var limit => read with { Low = null, HighIncluded = isRange || limit == -1, IsApproximate = about || isRange },
            var limit => read with { High = null, LowIncluded = isRange || limit == 1, IsApproximate = about || isRange },
        };
    }

    /// <summary>-1 at most, -2 less than, 1 at least, 2 more than, 0 exactly.</summary>
    private static int Direction(string comparator)
    {
        var spaceless = comparator.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        return spaceless switch
        {
            "" => 0,
            "<=" or "=<" or "≤" or "upto" or "atmost" or "notmorethan" or "nomorethan" => -1,
            "<" or "lessthan" or "below" or "under" => -2,
            ">=" or "=>" or "≥" or "atleast" => 1,
            _ => 2,
        };
    }

    /// <summary>A single comma with one or two digits behind it is a decimal comma.</summary>
    private static decimal? Parse(string digits)
    {
        var comma = digits.IndexOf(',', StringComparison.Ordinal);
        if (comma >= 0)
        {
            if (digits.Length - comma - 1 > 2 || digits.LastIndexOf(',') != comma || digits.Contains('.', StringComparison.Ordinal))
                return null;
            digits = digits.Replace(',', '.');
        }

        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
