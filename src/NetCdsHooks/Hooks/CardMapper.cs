using System.Collections.Immutable;
using System.Diagnostics;
using NetCdsHooks.Clinical.Cards;

namespace NetCdsHooks.Hooks;

/// <summary>Makes a new, unguessable id.</summary>
internal delegate Guid NewId();

/// <summary>From a card as it is shown to a card on the wire.</summary>
/// <param name="digest">Fingerprint of the knowledge that the card comes from.</param>
/// <param name="newId">For the card and its suggestions.</param>
internal sealed class CardMapper(string digest, NewId newId)
{
    private const string TopicSystem = "http://netcdshooks.example/CodeSystem/net-card";
    private const int MaxLabel = 120;

    internal Card ToCard(ShownCard shown, DraftContext draft)
    {
        var suggestions = shown.Suggestions.Select(suggestion => ToSuggestion(suggestion, shown.Id, draft)).ToImmutableArray();
        return new(
            newId().ToString(),
            shown.Summary,
            shown.Detail,
            Word(shown.Indicator),
            SourceOf(shown),
            NullIfEmpty(suggestions),
            shown.Suggestions.IsEmpty ? null : Word(shown.Selection ?? SelectionBehavior.AtMostOne),
            NullIfEmpty([.. shown.OverrideReasons.Select(reason => new WireCoding(OverrideReason.System, reason.Code, reason.Display))]),
            NullIfEmpty([.. shown.Sources.Where(source => source.Url is not null).Select(source => new CardLink(source.Label, source.Url!))]),
            new(new(shown.Id, shown.Version, digest), NullIfEmpty(shown.StandsFor)));
    }

    private static CardSource SourceOf(ShownCard shown) => new(
        LabelOf(shown.Sources),
        shown.Sources.Select(source => source.Url).FirstOrDefault(url => url is not null),
        new(TopicSystem, shown.Topic, shown.Title));

    private Suggestion ToSuggestion(ShownSuggestion shown, string cardId, DraftContext draft) => new(
        shown.Label,
        newId().ToString(),
        shown.IsRecommended,
        NullIfEmpty([.. shown.Orders.Select(order => new CardAction(order.Label, new(order, draft, cardId)))]));

    /// <summary>All sources where that stays short, else the first; the detail names them all.</summary>
    private static string LabelOf(ImmutableArray<EvidenceSource> sources)
    {
        var all = string.Join("; ", sources.Select(source => source.Label));
        return sources.Length == 1 || all.Length <= MaxLabel ? all : $"{sources[0].Label} and {sources.Length - 1} more";
    }

    private static IReadOnlyList<T>? NullIfEmpty<T>(ImmutableArray<T> items) => items.IsEmpty ? null : items;

    private static string Word(Indicator indicator) => indicator switch
    {
        Indicator.Info => "info",
        Indicator.Warning => "warning",
        Indicator.Critical => "critical",
        _ => throw new UnreachableException(),
    };

    private static string Word(SelectionBehavior selection) => selection switch
    {
        SelectionBehavior.Any => "any",
        SelectionBehavior.AtMostOne => "at-most-one",
        _ => throw new UnreachableException(),
    };
}
