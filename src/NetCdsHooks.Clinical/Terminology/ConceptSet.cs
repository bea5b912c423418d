using System.Runtime.CompilerServices;

namespace NetCdsHooks.Clinical.Terminology;

/// <summary>A set of concepts of one library, one bit each.</summary>
internal readonly struct ConceptSet
{
    /// <summary>The most concepts that a library can hold.</summary>
    internal const int Capacity = 256;

    private readonly Words _words;

    private ConceptSet(Words words) => _words = words;

    internal bool Contains(Concept concept) => (_words[concept.Index >> 6] & (1UL << (concept.Index & 63))) != 0;

    internal bool IsEmpty => !Overlaps(this);

    internal bool Overlaps(in ConceptSet other)
    {
        for (var word = 0; word < Capacity / 64; word++)
            if ((_words[word] & other._words[word]) != 0)
                return true;
        return false;
    }

    internal ConceptSet With(int index)
    {
        var words = _words;
        words[index >> 6] |= 1UL << (index & 63);
        return new(words);
    }

    internal ConceptSet Union(in ConceptSet other)
    {
        var words = _words;
        for (var word = 0; word < Capacity / 64; word++)
            words[word] |= other._words[word];
        return new(words);
    }

    [InlineArray(Capacity / 64)]
    private struct Words
    {
        private ulong _first;
    }
}
