using System.Collections.Immutable;

namespace NetCdsHooks.Clinical.Knowledge;

/// <summary>The knowledge files hold faults; nothing of them is used. Carries every fault of every file.</summary>
public sealed class KnowledgeException(ImmutableArray<Problem> problems)
    : Exception($"{problems.Length} problem(s) in the knowledge files:{string.Concat(problems.Select(problem => $"\n  {problem}"))}")
{
    public ImmutableArray<Problem> Problems => problems;
}
