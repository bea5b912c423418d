using System.Text.Json.Serialization;

namespace NetCdsHooks.Hooks;

/// <summary>A card on the wire (CDS Hooks 2.7); a list without members is null and is left out.</summary>
internal sealed record Card(
    string Uuid,
    string Summary,
    string Detail,
    string Indicator,
    CardSource Source,
    IReadOnlyList<Suggestion>? Suggestions,
    string? SelectionBehavior,
    IReadOnlyList<WireCoding>? OverrideReasons,
    IReadOnlyList<CardLink>? Links,
    CardExtension Extension);

internal sealed record CardSource(string Label, string? Url, WireCoding? Topic);

internal sealed record WireCoding(string System, string Code, string Display);

internal sealed record CardLink(string Label, string Url)
{
    public string Type => "absolute";
}

internal sealed record Suggestion(
    string Label,
    string Uuid,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsRecommended,
    IReadOnlyList<CardAction>? Actions);

/// <param name="Type"><c>create</c>, <c>update</c> or <c>delete</c> (S-06).</param>
/// <param name="Description">Readable by itself: some clients show nothing else.</param>
/// <param name="Resource">The whole resource as it will be; null for a delete.</param>
/// <param name="ResourceId">What is deleted; null otherwise.</param>
internal sealed record CardAction(string Type, string Description, DraftResource? Resource = null, string? ResourceId = null);

/// <param name="Card">Which card file, in which version, of which state of the knowledge.</param>
/// <param name="Cards">The ids of the cards that a merged card stands for.</param>
internal sealed record CardExtension(
    [property: JsonPropertyName("org.netcdshooks.card")] CardOrigin Card,
    [property: JsonPropertyName("org.netcdshooks.cards")] IReadOnlyList<string>? Cards)
{
    /// <summary>Epic's way to tell in which form the detail is; null for other clients.</summary>
    [JsonPropertyName("com.epic.cdshooks.card.detail.content-type")]
    public string? DetailType { get; init; }
}

internal sealed record CardOrigin(string Id, string Version, string Digest);
