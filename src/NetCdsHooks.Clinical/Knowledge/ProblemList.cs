using System.Collections.Immutable;

namespace NetCdsHooks.Clinical.Knowledge;

/// <summary>Collects the faults of all files, so that an author hears of them at once.</summary>
public sealed class ProblemList
{
    private readonly List<Problem> _problems = [];

    public int Count => _problems.Count;

    public void Add(string file, string path, string found, string accepted) =>
        _problems.Add(new(file, path, found, accepted));

    public ImmutableArray<Problem> ToImmutable() => [.. _problems];

    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
            throw new KnowledgeException(ToImmutable());
    }
}
