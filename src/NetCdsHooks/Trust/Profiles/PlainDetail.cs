using System.Net;
using System.Text;

namespace NetCdsHooks.Trust.Profiles;

/// <summary>The detail of a card without Markdown, for clients that show it as it is.</summary>
/// <remarks>Knows what our cards are written with: emphasis, code, lists, links, escapes; not all of GitHub's Markdown.</remarks>
internal static class PlainDetail
{
    internal static string Of(string markdown)
    {
        var plain = new StringBuilder(markdown.Length);
        for (var place = 0; place < markdown.Length;)
            place += Append(plain, markdown, place);
        return plain.ToString();
    }

    /// <returns>How many signs were read.</returns>
    private static int Append(StringBuilder plain, string markdown, int place)
    {
        var rest = markdown.AsSpan(place);
        switch (rest[0])
        {
            case '\\' when rest.Length > 1 && char.IsAsciiLetterOrDigit(rest[1]) is false:
                plain.Append(rest[1]);
                return 2;
            case '*':
                return 1;
            case '`' when rest[1..].IndexOf('`') is >= 0 and var end:
                plain.Append(rest[1..(end + 1)]);
                return end + 2;
            case '&' when rest.IndexOf(';') is > 1 and < 10 and var end:
                plain.Append(WebUtility.HtmlDecode(rest[..(end + 1)].ToString()));
                return end + 1;
            case '[' when Link(rest) is { } link:
                plain.Append(Of(link.Label)).Append(" (").Append(link.Url).Append(')');
                return link.Length;
            default:
                plain.Append(rest[0]);
                return 1;
        }
    }

    /// <summary><c>[label](url)</c> at the beginning of a text.</summary>
    private static (string Label, string Url, int Length)? Link(ReadOnlySpan<char> text)
    {
        var middle = text.IndexOf("](");
        if (middle < 0 || text[..middle].Contains('\n'))
            return null;
        var end = text[middle..].IndexOf(')');
        return end < 0 ? null : (text[1..middle].ToString(), text[(middle + 2)..(middle + end)].ToString(), middle + end + 1);
    }
}
