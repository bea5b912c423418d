using System.Text.RegularExpressions;
using NetCdsHooks.Trust.Profiles;

namespace NetCdsHooks.Commands.Calling;

/// <summary>Text from a service that is not known to mean well, as a screen may show it.</summary>
internal static partial class Plain
{
    /// <summary>Without signs that steer a terminal; line breaks stay.</summary>
    internal static string Of(string text) =>
        string.Concat(text.Where(sign => sign == '\n' || !(char.IsControl(sign) || sign is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))));

    /// <summary>Markdown as it reads: no signs of emphasis or headings, each item of a list behind a dash, links with their address.</summary>
    internal static string OfMarkdown(string markdown) =>
        Of(PlainDetail.Of(Bullet().Replace(Heading().Replace(markdown, ""), "$1- ")));

    [GeneratedRegex("^ {0,3}#{1,6} +", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    [GeneratedRegex("^( *)[*+] +", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Bullet();
}
