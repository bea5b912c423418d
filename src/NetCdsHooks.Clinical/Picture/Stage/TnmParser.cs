using System.Text.RegularExpressions;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Categories, stage group and extent as one text states them; null for what it does not.</summary>
internal sealed record Tnm(string? T = null, string? N = null, string? M = null, string? Group = null, Extent? Extent = null)
{
    internal bool SaysNothing => this is { T: null, N: null, M: null, Group: null, Extent: null };
}

/// <summary>Reads TNM categories, stage groups and the words for the extent.</summary>
internal static class TnmParser
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string T = @"(?<tp>[cpryu]{0,3})T\s?(?<t>is|X|0|[1-4][a-d]?)(?:\s?\((?:m|is|\d)\))?";
    private const string N = @"(?<np>[cpry]{0,3})N\s?(?<n>X|[0-3][a-c]?)\+?(?:\s?\([^)]{0,12}\))?";
    private const string M = @"(?<mp>[cpry]{0,3})M\s?(?<m>X|0|1[a-d]?)";
    private const string Between = @"[\s,;/]*";
    private const string RomanGroup = "IV[ABC]?|III[ABC]?|II[ABC]?|I[ABC]?";
    private const string GroupName = $"0|{RomanGroup}|[1-4][ABC]?";
    private const string Edition = @"(?:\s*\(?\d{1,4}(?:th|\.)?(?:\s*(?:edition|ed\.?|auflage|aufl\.?))?\)?)?";
    private const string Disease = @"(?:\s+(?:stage|stadium|disease|cancer|carcinoma|tumou?r|neoplasm|NET|NEN|NEC|neuroendocrine\s+(?:tumou?r|neoplasm|carcinoma)))?\s*\.?\s*$";
    private const string StageWord = @"^\s*(?:(?:stage|stadium|extent)\s*[:=]?\s*)?";

    private static readonly Regex FromT = new($@"\b{T}(?:{Between}{N})?(?:{Between}{M})?\b", Options);
    private static readonly Regex FromN = new($@"\b{N}(?:{Between}{M})?\b", Options);
    private static readonly Regex FromM = new($@"\b{M}\b", Options);
    private static readonly Regex TAndN = new($@"\b{T}{Between}{N}(?:{Between}{M})?\b", Options);
    private static readonly Regex NamedGroup = new($@"\b(?:stage|(?:tumor-?)?stadium)(?:\s+group(?:ing)?)?(?:\s*[:=]\s*|\s+(?:ENETS|UICC|AJCC)\s+|\s*)(?<g>{GroupName})\b", Options);

    /// <summary>The number behind the name of a body alone is that of an edition, so that the group must be Roman.</summary>
    private static readonly Regex GroupOfBody = new($@"\b(?:ENETS|UICC|AJCC){Edition}\s*[:=,-]?\s*(?<g>{RomanGroup})\b", Options);

    private static readonly Regex BareGroup = new($@"^\s*(?<g>{GroupName})\s*$", Options);
    private static readonly Regex Metastatic = new($@"{StageWord}(?:distant(?:ly)?\s+)?(?:metastatic|metasta[sz]i[sz]ed|metastasiert)(?:\s+(?:to|in)\s+[\w\s,]+$|{Disease})", Options);
    private static readonly Regex Regional = new($@"{StageWord}(?:loco-?\s?regional(?:ly\s+(?:advanced|spread))?|regional|loko-?\s?region(?:\u00e4|ae)r){Disease}", Options);
    private static readonly Regex Localized = new($@"{StageWord}(?:locali[sz]ed|lokalisiert){Disease}", Options);
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
            Group(text),
            ExtentOf(text));
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

    /// <summary>A text that is a word for the extent and nothing more: "no metastatic disease" and "for metastatic work-up" are none.</summary>
    private static Extent? ExtentOf(string text) =>
        Metastatic.IsMatch(text) ? Extent.Metastatic
        : Regional.IsMatch(text) ? Extent.Regional
        : Localized.IsMatch(text) ? Extent.Localized
        : null;

    /// <summary>The stage group in Roman numerals.</summary>
    internal static string? Group(string? text)
    {
        if (text is null)
            return null;
        var match = NamedGroup.Match(text) is { Success: true } named ? named
            : GroupOfBody.Match(text) is { Success: true } ofBody ? ofBody
            : BareGroup.Match(text);
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
