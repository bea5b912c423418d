using System.Text.RegularExpressions;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Recognises a text in the place of a result which says that there is none.</summary>
internal static class NotMeasured
{
    private static readonly Regex Words = new(
        @"\bnot\s+(?:done|performed|assessed|available|reported|measured|tested|received)\b|\b(?:pending|awaited|to follow|in progress)\b"
        + @"|\b(?:cancell?ed|insufficient|ha?emolysed|unsuitable|rejected|no\s+(?:sample|specimen))\b|^\s*(?:n/?a|tba|tbc|-+)\s*$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    internal static bool Says(string text) => Words.IsMatch(text);
}
