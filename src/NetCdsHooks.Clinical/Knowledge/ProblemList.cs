using System.Collections.Immutable;

namespace NetCdsHooks.Clinical.Knowledge;

/// <summary>Collects the faults of all files, so that an author hears of them at once.</summary>
internal sealed class ProblemList
{
    private readonly List<Problem> _problems = [];

    internal int Count => _problems.Count;

    internal void Add(string file, string path, string found, string accepted) =>
        _problems.Add(new(file, path, found, accepted));

    internal ImmutableArray<Problem> ToImmutable() => [.. _problems];

    internal void ThrowIfAny()
    {
        if (_problems.Count > 0)
            throw new KnowledgeException(ToImmutable());
    }
}
