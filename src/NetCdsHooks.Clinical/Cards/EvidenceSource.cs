namespace NetCdsHooks.Clinical.Cards;

/// <summary>A published source that a card speaks for.</summary>
/// <param name="Key">The key that card files use, such as <c>net-management-2026</c>.</param>
/// <param name="Label">What a clinician reads.</param>
/// <param name="Url">Absolute; null when the source has no address to show.</param>
/// <param name="Note">What kind of source it is, and how far it was checked.</param>
public sealed record EvidenceSource(string Key, string Label, string? Url, string Note);
