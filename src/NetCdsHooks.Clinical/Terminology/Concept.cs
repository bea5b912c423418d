using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace NetCdsHooks.Clinical.Terminology;

/// <summary>
/// A named set of codes and, for text without such a code, of patterns; exclusions win over both.
/// </summary>
public sealed class Concept
{
    internal Concept(
        int index, string id, string title, ImmutableArray<Coding> codes, ImmutableArray<Regex> patterns, ImmutableArray<Regex> exclusions)
    {
        Index = index;
        Id = id;
        Title = title;
        Codes = codes;
        Patterns = patterns;
        Exclusions = exclusions;
    }

    /// <summary>Kebab-case name, unique in its library.</summary>
    public string Id { get; }

    public string Title { get; }

    /// <summary>Every code that means it, with the first address of its system; what a query for it asks for.</summary>
    public ImmutableArray<Coding> Codes { get; }

    /// <summary>Its place in the library, which is also its bit in a <see cref="ConceptSet"/>.</summary>
    internal int Index { get; }

    private ImmutableArray<Regex> Patterns { get; }

    private ImmutableArray<Regex> Exclusions { get; }

    /// <summary>Whether a wording means it; nothing to read means no.</summary>
    public bool MatchesText(string? text) => FindText(text) is not null;

    /// <summary>The part of the text that means it, null when none does or an exclusion speaks against it.</summary>
    public string? FindText(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || Patterns.IsEmpty)
            return null;
        foreach (var pattern in Patterns)
            if (pattern.Match(text) is { Success: true } match)
                return IsExcluded(text) ? null : match.Value;
        return null;
    }

    /// <summary>The text without every part that means it.</summary>
    public string RemoveFrom(string text) =>
        Patterns.Aggregate(text, (rest, pattern) => pattern.Replace(rest, " "));

    internal bool IsExcluded(string text)
    {
        foreach (var exclusion in Exclusions)
            if (exclusion.IsMatch(text))
                return true;
        return false;
    }
}
