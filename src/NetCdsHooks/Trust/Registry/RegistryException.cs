using System.Collections.Immutable;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Trust.Registry;

/// <summary>The clients file holds faults; nothing of it is used.</summary>
internal sealed class RegistryException(ImmutableArray<Problem> problems) : Exception(string.Join("\n  ", problems))
{
    internal ImmutableArray<Problem> Problems => problems;
}
