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

    private const string Compare =
        @"<\s*=|=\s*<|≤|>\s*=|=\s*>|≥|<|>|\b(?:less than|below|under|up to|at most|not more than|no more than|more than|greater than|above|over|exceeding|at least)";

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Number = new(
        $@"\b(?<a>{Digits})(?:\s*%?\s*(?<join>-|–|—|\bto\b|\bbis\b|\band\b|±|\+/-)\s*(?:<|≤)?\s*(?<b>{Digits}))?\s*(?<percent>%|\bper\s?cent\b|\bpct\b)?",
        Options);

    private static readonly Regex AboutBefore = new($@"(?:{About})\s*(?:{Compare})?\s*$", Options);
    private static readonly Regex CompareBefore = new($@"(?<compare>{Compare})\s*(?:{About})?\s*$", Options);
    private static readonly Regex BetweenBefore = new(@"\bbetween\s*$", Options);

    /// <summary>All of them, in the order of the text. Digits that belong to a word, as in G2, are none.</summary>
    internal static ImmutableArray<WrittenNumber> In(string text)
    {
        var found = ImmutableArray.CreateBuilder<WrittenNumber>();
        var end = 0;
        foreach (Match match in Number.Matches(text))
        {
            found.AddRange(Read(match, text[end..match.Index]));
            end = match.Index + match.Length;
        }

        return found.DrainToImmutable();
    }

    private static IEnumerable<WrittenNumber> Read(Match match, string before)
    {
        var first = Parse(match.Groups["a"].Value);
        var second = match.Groups["b"] is { Success: true } group ? Parse(group.Value) : first;
        var exact = new WrittenNumber(first, first, true, true, AboutBefore.IsMatch(before), match.Groups["percent"].Success, first is not null);
        var join = match.Groups["join"].Value;
        if (join.Equals("and", StringComparison.OrdinalIgnoreCase) && !BetweenBefore.IsMatch(before))
            return [Limited(exact, before, isRange: false), exact with { Low = second, High = second, IsReadable = second is not null }];
        if (first is not { } a || second is not { } b)
            return [exact with { IsReadable = false }];
        var (low, high) = join is "±" or "+/-" ? (a - b, a + b) : (Math.Min(a, b), Math.Max(a, b));
        return [Limited(exact with { Low = low, High = high }, before, match.Groups["b"].Success)];
    }

    /// <summary>Opens one end where a comparator stands before it; before a range, a comparator is taken as about.</summary>
    private static WrittenNumber Limited(WrittenNumber read, string before, bool isRange) =>
        Direction(CompareBefore.Match(before).Groups["compare"].Value) switch
        {
            0 => read,
            < 0 and var limit => read with { Low = null, HighIncluded = isRange || limit == -1, IsApproximate = read.IsApproximate || isRange },
            var limit => read with { High = null, LowIncluded = isRange || limit == 1, IsApproximate = read.IsApproximate || isRange },
        };

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
