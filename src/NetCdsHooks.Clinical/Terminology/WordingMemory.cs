using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace NetCdsHooks.Clinical.Terminology;

/// <summary>
/// What wordings of codes mean, remembered across calls: hospitals name the same things in the same words all day,
/// and a hundred patterns for each would be most of the work. It holds wordings of codes, never narrative,
/// and starts anew when full.
/// </summary>
internal sealed class WordingMemory(ImmutableArray<Concept> concepts)
{
    private const int MostWordings = 10_000;
    private const int LongestWording = 200;

    private ConcurrentDictionary<string, CodeMeaning> _meanings = new(StringComparer.Ordinal);

    internal CodeMeaning MeaningOf(string wording)
    {
        var meanings = _meanings;
        if (meanings.TryGetValue(wording, out var known))
            return known;
        var meaning = WorkOut(wording);
        if (wording.Length > LongestWording)
            return meaning;
        if (meanings.Count >= MostWordings)
            Interlocked.CompareExchange(ref _meanings, new(StringComparer.Ordinal), meanings);
        _meanings[wording] = meaning;
        return meaning;
    }

    private CodeMeaning WorkOut(string wording)
    {
        var meaning = default(CodeMeaning);
        foreach (var concept in concepts)
            if (concept.IsExcluded(wording))
                meaning = meaning with { Excludes = meaning.Excludes.With(concept.Index) };
            else if (concept.MatchesText(wording))
                meaning = meaning with { Means = meaning.Means.With(concept.Index) };
        return meaning;
    }
}
