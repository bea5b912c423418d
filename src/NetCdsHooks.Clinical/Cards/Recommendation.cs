using System.Collections.Immutable;

namespace NetCdsHooks.Clinical.Cards;

/// <summary>One thing that a source says and that a card must speak for.</summary>
/// <param name="Id">Such as <c>S001-24</c>: the source's number and a number within it.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Statement">What it says, in our own words.</param>
/// <param name="Numbers">Its limits, doses and intervals, as the source gives them; empty when it gives none.</param>
public sealed record Recommendation(string Id, EvidenceSource Source, string Statement, ImmutableArray<string> Numbers);
