using System.Buffers;
using System.Text;

namespace NetCdsHooks.Clinical.Cards.Text;

/// <summary>Makes text from a record harmless inside GitHub Flavored Markdown (CDS Hooks C-04).</summary>
internal static class Markdown
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_{}[]()<>#+!|~&:@\"'$^=\r\n\t");

    /// <summary>Each sign that Markdown or HTML could act on is escaped; line breaks become spaces.</summary>
    internal static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny(Special) < 0)
            return text;
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var sign in text)
            _ = sign switch
            {
                '\r' or '\n' or '\t' => escaped.Append(' '),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                ':' or '@' when NeedsBreak(escaped) => escaped.Append(sign == ':' ? "&#58;" : "&#64;"),
                ':' or '@' or '(' or ')' or '\'' or '"' or '+' or '=' => escaped.Append(sign),
                _ when Special.Contains(sign) => escaped.Append('\\').Append(sign),
                _ => escaped.Append(sign),
            };
        return escaped.ToString();
    }

    /// <summary>A word before a colon or an at-sign could be an address that GitHub would link by itself.</summary>
    private static bool NeedsBreak(StringBuilder text) => text.Length > 0 && char.IsLetterOrDigit(text[^1]);
}
