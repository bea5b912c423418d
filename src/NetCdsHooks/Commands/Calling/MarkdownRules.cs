using System.Text.RegularExpressions;

namespace NetCdsHooks.Commands.Calling;

/// <summary>Finds in Markdown what a careless page would carry out.</summary>
internal static partial class MarkdownRules
{
    internal static bool IsUnsafe(string markdown) => Piece().Matches(markdown).Any(piece => piece.Value[0] switch
    {
        '\\' => false,
        '`' => !IsCode(piece.ValueSpan) && Unsafe().IsMatch(piece.ValueSpan),
        _ => true,
    });

    /// <summary>Code ends with as many signs as it began with.</summary>
    private static bool IsCode(ReadOnlySpan<char> piece) => piece.IndexOfAnyExcept('`') == piece.Length - 1 - piece.LastIndexOfAnyExcept('`');

    /// <summary>A sign that is escaped, something like code, or what is not safe, whichever comes first.</summary>
    [GeneratedRegex(@"\\.|`+[^`]+`+|</?[a-z][a-z0-9-]*(\s[^<>]*)?/?>|<!--|<[!?][a-z]|\]\(\s*<?(javascript|vbscript|data):|<(javascript|vbscript|data):",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Piece();

    [GeneratedRegex(@"</?[a-z][a-z0-9-]*(\s[^<>]*)?/?>|<!--|<[!?][a-z]|\]\(\s*<?(javascript|vbscript|data):|<(javascript|vbscript|data):",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Unsafe();
}
