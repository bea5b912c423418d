using System.Collections.Frozen;
using System.Collections.Immutable;
using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Terminology;

/// <summary>All concepts, and one frozen lookup from a code to the concepts that it means.</summary>
public sealed class ConceptLibrary
{
    private readonly FrozenDictionary<string, Concept> _byId;
    private readonly FrozenDictionary<string, CodeSystem> _systems;
    private readonly FrozenDictionary<string, CodeSystem> _systemsByAlias;
    private readonly FrozenDictionary<string, FrozenDictionary<string, CodeMeaning>> _meanings;
    private readonly FrozenSet<(string System, string Code)> _unverified;
    private readonly WordingMemory _wordings;

    internal ConceptLibrary(
        ImmutableArray<Concept> concepts,
        ImmutableArray<CodeSystem> systems,
        FrozenDictionary<string, FrozenDictionary<string, CodeMeaning>> meaningsByAlias,
        FrozenSet<(string System, string Code)> unverified)
    {
        Concepts = concepts;
        _byId = concepts.ToFrozenDictionary(concept => concept.Id);
        _systems = systems.SelectMany(system => system.Uris.Select(uri => (uri, system))).ToFrozenDictionary(pair => pair.uri, pair => pair.system);
        _systemsByAlias = systems.ToFrozenDictionary(system => system.Alias);
        _meanings = meaningsByAlias;
        _unverified = unverified;
        _wordings = new(concepts);
    }

    public ImmutableArray<Concept> Concepts { get; }

    /// <exception cref="KnowledgeException">A fact is read from a concept that the files do not hold.</exception>
    public Concept this[string id] => _byId.TryGetValue(id, out var concept)
        ? concept
        : throw new KnowledgeException([new("concepts", "$", $"no concept \"{id}\"", "every concept that a fact is read from")]);

    public bool Contains(string id) => _byId.ContainsKey(id);

    /// <summary>True for a code that may be read but must not be written into an order.</summary>
    public bool IsUnverified(Coding coding) =>
        coding is { System: { } uri, Code: { } code } && _systems.TryGetValue(uri, out var system)
        && _unverified.Contains((system.Alias, system.Normalize(code)));

    /// <summary>Whether the code says anything about any concept, be it that it excludes one; a code that nobody has mapped does not.</summary>
    public bool Knows(Coding coding) => !MeaningOf(coding).IsEmpty;

    /// <summary>
    /// Whether the codes, or failing them the wording, mean the concept. An excluding code or wording answers no.
    /// </summary>
    public ConceptMatch Match(Concept concept, CodeableConcept? code) =>
        code is null ? ConceptMatch.No : Resolve(code).Of(concept);

    public ConceptMatch Match(Concept concept, Coding? coding) =>
        coding is null ? ConceptMatch.No : Match(concept, new CodeableConcept { Coding = [coding] });

    /// <summary>What the codes and the wording mean, of all concepts at once.</summary>
    internal ConceptMatches Resolve(CodeableConcept code)
    {
        var byCode = default(CodeMeaning);
        foreach (var coding in code.Coding)
            byCode = byCode.Union(MeaningOf(coding));
        var byText = code.Text is { } text ? _wordings.MeaningOf(text) : default;
        if (!byText.Means.IsEmpty && code.Coding.All(coding => string.IsNullOrEmpty(coding.Code)))
            Tolerances.Use(Tolerance.TextOnly);
        foreach (var coding in code.Coding)
        {
            if (coding.Display is { } display)
                byText = byText.Union(_wordings.MeaningOf(display));
            byText = byText.Union(MeaningWithoutSystem(coding));
        }

        return new(byCode, byText);
    }

    /// <summary>Some records leave out the system. Where the form of the code tells it, the code is worth as much as words, and speaks for nothing but what it means.</summary>
    private CodeMeaning MeaningWithoutSystem(Coding coding)
    {
        if (coding is not { System: null or "", Code: { } code } || BareCode.SystemOf(code) is not { } alias
            || !_systemsByAlias.TryGetValue(alias, out var system))
            return default;
        var meaning = MeaningOf(new(system.Uris[0], code.Trim()));
        if (!meaning.Means.IsEmpty)
            Tolerances.Use(Tolerance.CodeWithoutSystem);
        return new(meaning.Means, default);
    }

    private CodeMeaning MeaningOf(Coding coding)
    {
        if (coding is not { System: { } uri, Code: { } code }
            || !_systems.TryGetValue(uri, out var system)
            || !_meanings.TryGetValue(system.Alias, out var meanings))
            return default;
        return system.ByPrefix ? MeaningOfPrefixes(meanings, code) : meanings.GetValueOrDefault(code);
    }

    private static CodeMeaning MeaningOfPrefixes(FrozenDictionary<string, CodeMeaning> meanings, string code)
    {
        Span<char> normal = stackalloc char[16];
        var length = 0;
        foreach (var character in code)
        {
            if (character is '.' or ' ')
                continue;
            if (length == normal.Length)
                break;
            normal[length++] = char.ToUpperInvariant(character);
        }

        var lookup = meanings.GetAlternateLookup<ReadOnlySpan<char>>();
        var result = default(CodeMeaning);
        for (var end = 1; end <= length; end++)
            if (lookup.TryGetValue(normal[..end], out var meaning))
                result = result.Union(meaning);
        return result;
    }
}

/// <summary>What one code says about the concepts of a library.</summary>
internal readonly record struct CodeMeaning(ConceptSet Means, ConceptSet Excludes)
{
    internal bool IsEmpty => Means.IsEmpty && Excludes.IsEmpty;

    internal CodeMeaning Union(in CodeMeaning other) => new(Means.Union(other.Means), Excludes.Union(other.Excludes));
}
