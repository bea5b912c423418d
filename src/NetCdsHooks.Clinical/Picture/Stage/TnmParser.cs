using System.Text.RegularExpressions;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Categories and stage group as one text states them; null for what it does not.</summary>
internal sealed record Tnm(string? T = null, string? N = null, string? M = null, string? Group = null);

/// <summary>Reads TNM categories and stage groups.</summary>
internal static class TnmParser
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string T = @"(?<tp>[cpryu]{0,3})T\s?(?<t>is|X|0|[1-4][a-d]?)(?:\s?\((?:m|is|\d)\))?";
    private const string N = @"(?<np>[cpry]{0,3})N\s?(?<n>X|[0-3][a-c]?)\+?(?:\s?\([^)]{0,12}\))?";
    private const string M = @"(?<mp>[cpry]{0,3})M\s?(?<m>X|0|1[a-d]?)";
    private const string Between = @"[\s,;/]*";
    private const string GroupName = "0|IV[ABC]?|III[ABC]?|II[ABC]?|I[ABC]?|[1-4][ABC]?";

    private static readonly Regex FromT = new($@"\b{T}(?:{Between}{N})?(?:{Between}{M})?\b", Options);
    private static readonly Regex FromN = new($@"\b{N}(?:{Between}{M})?\b", Options);
    private static readonly Regex FromM = new($@"\b{M}\b", Options);
    private static readonly Regex TAndN = new($@"\b{T}{Between}{N}(?:{Between}{M})?\b", Options);
    private static readonly Regex NamedGroup = new($@"\bstage(?:\s+group(?:ing)?)?\s*[:=]?\s*(?<g>{GroupName})\b", Options);
    private static readonly Regex BareGroup = new($@"^\s*(?<g>{GroupName})\s*$", Options);
    private static readonly Regex BareNumber = new(@"^\s*[cpry]{0,3}\s?(?<v>is|X|[0-4][a-d]?)\s*$", Options);

    /// <summary>Everything that a text of a staging element states.</summary>
    internal static Tnm Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new();
        var whole = FromT.Match(text);
        var fromN = FromN.Match(text);
        var fromM = FromM.Match(text);
        return new(
            Category(whole, "tp", "T", "t"),
            Category(whole, "np", "N", "n") ?? Category(fromN, "np", "N", "n"),
            Category(whole, "mp", "M", "m") ?? Category(fromN, "mp", "M", "m") ?? Category(fromM, "mp", "M", "m"),
            Group(text));
    }

    /// <summary>Only T and N side by side are taken for a stage in a report: "T2" alone is also a way to make an image.</summary>
    internal static Tnm ParseNarrative(string text) =>
        TAndN.Match(text) is { Success: true } match
            ? new(Category(match, "tp", "T", "t"), Category(match, "np", "N", "n"), Category(match, "mp", "M", "m"))
            : new();

    /// <summary>The value of a T, N or M element, which may leave the letter out.</summary>
    internal static string? ParseCategory(string? text, char letter)
    {
        var read = Parse(text);
        var written = letter switch { 'T' => read.T, 'N' => read.N, _ => read.M };
        return written ?? (text is not null && BareNumber.Match(text) is { Success: true } match
            ? letter + Tidy(match.Groups["v"].Value)
            : null);
    }

    /// <summary>The stage group in Roman numerals.</summary>
    internal static string? Group(string? text)
    {
        if (text is null)
            return null;
        var match = NamedGroup.Match(text) is { Success: true } named ? named : BareGroup.Match(text);
        if (!match.Success)
            return null;
        var group = match.Groups["g"].Value.ToUpperInvariant();
        var roman = group[0] switch { '1' => "I", '2' => "II", '3' => "III", '4' => "IV", _ => null };
        return roman is null ? group : roman + group[1..];
    }

    private static string? Category(Match match, string prefix, string letter, string value) =>
        match.Success && match.Groups[value] is { Success: true } found
            ? match.Groups[prefix].Value.ToLowerInvariant() + letter + Tidy(found.Value)
            : null;

    private static string Tidy(string value) =>
        value.ToLowerInvariant() switch { "x" => "X", var other => other };
}
