using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace NetCdsHooks.Clinical.Terminology;

/// <summary>
/// A named set of codes and, for text without such a code, of patterns; exclusions win over both.
/// </summary>
public sealed class Concept
{
    private readonly Regex? _pattern;
    private readonly Regex? _exclusion;

    internal Concept(int index, string id, string title, ImmutableArray<Coding> codes, Regex? pattern, Regex? exclusion)
    {
        Index = index;
        Id = id;
        Title = title;
        Codes = codes;
        _pattern = pattern;
        _exclusion = exclusion;
    }

    /// <summary>Kebab-case name, unique in its library.</summary>
    public string Id { get; }

    public string Title { get; }

    /// <summary>Every code that means it, with the first address of its system; what a query for it asks for.</summary>
    public ImmutableArray<Coding> Codes { get; }

    /// <summary>Its place in the library, which is also its bit in a <see cref="ConceptSet"/>.</summary>
    internal int Index { get; }

    /// <summary>Whether a wording means it; nothing to read means no.</summary>
    public bool MatchesText(string? text) => FindText(text) is not null;

    /// <summary>The part of the text that means it, null when none does or an exclusion speaks against it.</summary>
    public string? FindText(string? text) =>
        text is not null && _pattern?.Match(text) is { Success: true } match && !IsExcluded(text) ? match.Value : null;

    /// <summary>The text without every part that means it.</summary>
    public string RemoveFrom(string text) => _pattern?.Replace(text, " ") ?? text;

    internal bool IsExcluded(string text) => _exclusion?.IsMatch(text) ?? false;
}
