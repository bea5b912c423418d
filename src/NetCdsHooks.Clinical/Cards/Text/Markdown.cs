using System.Buffers;
using System.Text;

namespace NetCdsHooks.Clinical.Cards.Text;

/// <summary>Makes text from a record harmless inside GitHub Flavored Markdown (CDS Hooks C-04).</summary>
internal static class Markdown
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_{}[]<>#!|~&:@.$\r\n\t");

    /// <summary>Each sign that Markdown or HTML could act on is escaped; line breaks become spaces.</summary>
    internal static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny(Special) < 0)
            return text;
        var escaped = new StringBuilder(text.Length + 8);
        for (var place = 0; place < text.Length; place++)
            Append(escaped, text, place);
        return escaped.ToString();
    }

    private static void Append(StringBuilder escaped, string text, int place)
    {
        var sign = text[place];
        _ = sign switch
        {
            '\r' or '\n' or '\t' => escaped.Append(' '),
            '<' => escaped.Append("&lt;"),
            '>' => escaped.Append("&gt;"),
            '&' => escaped.Append("&amp;"),
            ':' or '@' or '.' => StartsLink(text, place) ? escaped.Append("&#").Append((int)sign).Append(';') : escaped.Append(sign),
            _ when Special.Contains(sign) => escaped.Append('\\').Append(sign),
            _ => escaped.Append(sign),
        };
    }

    /// <summary>GitHub turns addresses into links by themselves: <c>http://</c>, <c>www.</c>, <c>mailto:</c>, <c>me@there</c>.</summary>
    private static bool StartsLink(string text, int place) => text[place] switch
    {
        ':' => text.AsSpan(place + 1).StartsWith("/") || EndsWord(text, place, "mailto") || EndsWord(text, place, "xmpp") || EndsWord(text, place, "javascript"),
        '.' => EndsWord(text, place, "www"),
        _ => place > 0 && char.IsLetterOrDigit(text[place - 1]),
    };

    private static bool EndsWord(string text, int place, string word) =>
        text.AsSpan(0, place).EndsWith(word, StringComparison.OrdinalIgnoreCase);
}
