using System.Collections.Immutable;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Cards;

/// <summary>A card as it is shown: all text filled in, nothing left to decide.</summary>
/// <param name="Id">Id of the card file, such as <c>ki67-missing</c>.</param>
/// <param name="Version">Version of the card file.</param>
/// <param name="Topic">The id in camelCase, stable for ever.</param>
/// <param name="Title">What the card is called in lists.</param>
/// <param name="Summary">Plain text, at most 139 UTF-16 units.</param>
/// <param name="Detail">GitHub Flavored Markdown; text from the record is escaped.</param>
/// <param name="Sources">At least one.</param>
/// <param name="Selection">Null when there are no suggestions.</param>
/// <param name="Draft">The order that it is about; null for a card about the patient.</param>
/// <param name="StandsFor">The ids of the cards that a merged card replaces; empty for any other.</param>
public sealed record ShownCard(
    string Id,
    string Version,
    string Topic,
    string Title,
    CardCategory Category,
    Indicator Indicator,
    string Summary,
    string Detail,
    ImmutableArray<EvidenceSource> Sources,
    ImmutableArray<ShownSuggestion> Suggestions,
    SelectionBehavior? Selection,
    ImmutableArray<OverrideReason> OverrideReasons,
    DraftOrder? Draft,
    ImmutableArray<string> StandsFor);

/// <param name="Label">What the button says.</param>
/// <param name="IsRecommended">At most one of a card that allows one.</param>
/// <param name="Orders">The drafts that accepting it creates, all together.</param>
/// <param name="Change">What accepting it does to an order of the call; null when it leaves them alone.</param>
public sealed record ShownSuggestion(string Label, bool IsRecommended, ImmutableArray<OrderTemplate> Orders, DraftChange? Change = null);
