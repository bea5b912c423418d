using System.Collections.Immutable;

namespace NetCdsHooks.Hooks;

/// <summary>The answer to a call (CDS Hooks ).</summary>
internal sealed record CdsResponse(ImmutableArray<Card> Cards)
{
    /// <summary>What the client may apply without asking anybody; null when there is nothing and an empty list is not wanted (Y-04).</summary>
    public IReadOnlyList<CardAction>? SystemActions { get; init; }

    internal static CdsResponse Empty { get; } = new([]);
}
