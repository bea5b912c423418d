using System.Collections.Immutable;
using System.Diagnostics;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Feedback.Uuids;

namespace NetCdsHooks.Hooks;

/// <summary>From a card as it is shown to a card on the wire.</summary>
/// <param name="service">The one that answers.</param>
/// <param name="digest">Fingerprint of the knowledge that the card comes from.</param>
/// <param name="uuids">For the card and its suggestions.</param>
internal sealed class CardMapper(CdsService service, string digest, CardUuids uuids)
{
    private const string TopicSystem = "http://netcdshooks.example/CodeSystem/net-card";

    internal Card ToCard(ShownCard shown, DraftContext draft)
    {
        var uuid = uuids.Next(service, shown.Id, shown.Version);
        var suggestions = shown.Suggestions
            .Select((suggestion, place) => ToSuggestion(suggestion, uuid with { Part = place + 1 }, shown.Id, draft)).ToImmutableArray();
        return new(
            uuids.Write(uuid),
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

    /// <summary>The first source speaks for the card; the detail names them all.</summary>
    private static CardSource SourceOf(ShownCard shown) =>
        new(shown.Sources[0].Label, shown.Sources[0].Url, new(TopicSystem, shown.Topic, shown.Title));

    private Suggestion ToSuggestion(ShownSuggestion shown, CardUuid uuid, string cardId, DraftContext draft) => new(
        shown.Label,
        uuids.Write(uuid),
        shown.IsRecommended,
        NullIfEmpty<CardAction>(
        [
            .. shown.Change is { } change ? [ToAction(change, shown.Label)] : Array.Empty<CardAction>(),
            .. shown.Orders.Select(order => new CardAction("create", order.Label, new(writer => order.WriteTo(writer, draft, cardId)))),
        ]));

    private static CardAction ToAction(DraftChange change, string label) => change.Removes
        ? new("delete", label, ResourceId: change.Reference)
        : new("update", label, new(change.WriteTo));

    private static IReadOnlyList<T>? NullIfEmpty<T>(ImmutableArray<T> items) => items.IsEmpty ? null : items;

    private static string Word(Indicator indicator) => indicator switch
    {
        Indicator.Info => "info",
        Indicator.Warning => "warning",
        Indicator.Critical => "critical",
        _ => throw new UnreachableException(),
    };

    internal static string Word(SelectionBehavior selection) => selection switch
    {
        SelectionBehavior.Any => "any",
        SelectionBehavior.AtMostOne => "at-most-one",
        _ => throw new UnreachableException(),
    };
}
