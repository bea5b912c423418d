using System.Globalization;
using System.Text.RegularExpressions;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Works out the share of cells that a text gives as a count, such as <c>3/500 cells</c> or <c>10 positive nuclei in 2000</c>.</summary>
internal static class CellCounts
{
    /// <summary>A part of fewer cells than these tells no percentage.</summary>
    private const int Fewest = 100;

    internal const string Written =
        @"\d+\s*(?:(?:positive|stained|labell?ed|immunoreactive|reactive)\s*)?(?:tumou?r\s+)?(?:(?:cells?|nuclei)\s*)?(?:/|\b(?:in|of|out\s+of|per|among)\b)\s*(?:\d{1,3}(?:[,']\d{3})+|\d+)";

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Share = new(Written, Options);
    private static readonly Regex Ends = new(@"^(?<part>\d+).*?(?<whole>\d{1,3}(?:[,']\d{3})+|\d+)$", Options);
    private static readonly Regex GoesOn = new(@"\d\s*[-–/.,]\s*$", Options);
    private static readonly Regex IsContinued = new(@"^\s*[-–/.,]\d", Options);
    private static readonly Regex Alone = new(@"\d\s*(?:positive\s+)?(?:tumou?r\s+)?(?:cells?|nuclei|mitos[ei]s)\b|\bHPFs?\b|\bhigh[\s-]power\b", Options);

    /// <summary>The text with its counts in percent; null when a count, or a number of cells, tells no share.</summary>
    internal static string? InPercent(string text)
    {
        var isReadable = true;
        var read = Share.Replace(text, match =>
        {
            var share = IsWhole(text, match) ? PercentOf(match.Value) : null;
            isReadable &= share is not null;
            return string.Create(CultureInfo.InvariantCulture, $"{share:0.######} % of ");
        });
        return isReadable && !Alone.IsMatch(read) ? read : null;
    }

    /// <summary>False for a piece of a range, of a decimal or of a date.</summary>
    private static bool IsWhole(string text, Match match) =>
        !GoesOn.IsMatch(text[..match.Index]) && !IsContinued.IsMatch(text[(match.Index + match.Length)..]);

    private static decimal? PercentOf(string share)
    {
        var ends = Ends.Match(share);
        var digits = ends.Groups["whole"].Value.Replace(",", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        return decimal.TryParse(ends.Groups["part"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var part)
            && decimal.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var whole)
            && whole >= Fewest && part <= whole
            ? part * 100 / whole
            : null;
    }
}
