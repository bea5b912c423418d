using System.Text.RegularExpressions;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Feedback.Reading;
using NetCdsHooks.Feedback.Uuids;
using NetCdsHooks.Hooks;

namespace NetCdsHooks.Feedback;

/// <summary>From what a client sent to what is kept: finds the card, and lets no text through that might say anything of a patient.</summary>
internal sealed partial class FeedbackMatcher(CardUuids uuids, CardDirectory cards, FeedbackKey key)
{
    internal FeedbackEntry.Given Match(FeedbackItem item, string client, string service, DateTimeOffset now)
    {
        var isOurs = uuids.TryRead(item.Card, out var uuid);
        var origin = isOurs && cards.Find(uuid.Card) is { } card ? OriginOf(uuid, card) : null;
        return new(
            now, client, service,
            isOurs ? uuids.Write(uuid) : key.StandIn(item.Card),
            origin is not null ? CardMatch.Known : isOurs ? CardMatch.Former : CardMatch.None,
            origin,
            item.Outcome,
            item.AcceptedSuggestions.IsEmpty ? null : [.. item.AcceptedSuggestions.Select(Suggestion)],
            item.Reason is { } reason ? new(reason.System is { } system ? Tame(system, SystemPattern()) : null, Tame(reason.Code, CodePattern())) : null,
            item.Commented,
            item.OutcomeAt);
    }

    /// <summary>A version that does not fit into a uuid can only be the present one.</summary>
    private static KnownCard OriginOf(CardUuid uuid, CardRule card) =>
        new(card.Id, uuid.Version?.ToString() ?? card.Version, card.Topic, CdsService.All[uuid.Service].Id);

    private string Suggestion(string id) => uuids.TryRead(id, out var uuid) ? uuids.Write(uuid) : key.StandIn(id);

    /// <summary>Codes may be of any list (F-07), but a sentence is none.</summary>
    private string Tame(string text, Regex pattern) => pattern.IsMatch(text) ? text : key.StandIn(text);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}\z")]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.-]*(:[A-Za-z0-9._:/-]{1,200})?\z")]
    private static partial Regex SystemPattern();
}
