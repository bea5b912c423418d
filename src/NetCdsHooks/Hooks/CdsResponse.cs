using System.Collections.Immutable;

namespace NetCdsHooks.Hooks;

/// <summary>The answer to a call (CDS Hooks ).</summary>
internal sealed record CdsResponse(ImmutableArray<Card> Cards)
{
    internal static CdsResponse Empty { get; } = new([]);
}
