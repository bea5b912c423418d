using System.Collections.Immutable;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Feedback.Uuids;
using NetCdsHooks.Hooks;

namespace NetCdsHooks.Trust.Profiles;

/// <summary>Gives an answer the form that a client can show. Advice is never added or reworded.</summary>
/// <param name="profile">The client's.</param>
/// <param name="uuids">For suggestions that come of another.</param>
internal sealed class ProfileShaper(Profile profile, CardUuids uuids)
{
    /// <summary>The card that names what could not be read, which no limit removes.</summary>
    internal const string IncompleteCard = "net-data-incomplete";

    private const int LongestTopic = 100;

    internal CdsResponse Shape(CdsResponse response, Hook hook) => response with
    {
        Cards = [.. Fewer(response.Cards).Select(Shape)],
        SystemActions = profile.SystemActions switch
        {
            SystemActionUse.Never => null,
            SystemActionUse.WhenAny => response.SystemActions is { Count: > 0 } some ? some : null,
            SystemActionUse.Always => response.SystemActions ?? (IsExpectedBy(hook) ? [] : null),
            _ => throw new ArgumentOutOfRangeException(nameof(response)),
        },
    };

    /// <summary>The cards come sorted by urgency, so the first are kept.</summary>
    private IEnumerable<Card> Fewer(ImmutableArray<Card> cards)
    {
        var room = profile.MaxCards - cards.Count(IsIncomplete);
        return cards.Where(card => IsIncomplete(card) || room-- > 0);
    }

    private static bool IsIncomplete(Card card) => card.Extension.Card.Id == IncompleteCard;

    private Card Shape(Card card)
    {
        var selection = profile.Selection is { } chosen && card.SelectionBehavior is not null ? CardMapper.Word(chosen) : card.SelectionBehavior;
        return card with
        {
            Detail = profile.Detail == DetailForm.PlainText ? PlainDetail.Of(card.Detail) : card.Detail,
            Source = card.Source with { Topic = Shape(card.Source.Topic) },
            Suggestions = card.Suggestions is { } suggestions ? Numbered(Shape(suggestions, selection), suggestions.Count, card.Uuid) : null,
            SelectionBehavior = selection,
            OverrideReasons = NullIfEmpty(card.OverrideReasons?.Where(reason => profile.OverrideReasons?.Contains(reason.Code) ?? true)),
            Links = profile.Links ? card.Links : null,
            Extension = profile.AnnouncesDetailType
                ? card.Extension with { DetailType = profile.Detail == DetailForm.PlainText ? "text/plain" : "text/markdown" }
                : card.Extension,
        };
    }

    private WireCoding? Shape(WireCoding? topic) => profile.Topic switch
    {
        TopicForm.AsCard => topic,
        TopicForm.Alphanumeric => topic is null ? null : topic with { Code = string.Concat(topic.Code.Where(char.IsAsciiLetterOrDigit).Take(LongestTopic)) },
        TopicForm.None => null,
        _ => throw new ArgumentOutOfRangeException(nameof(topic)),
    };

    private ImmutableArray<Suggestion> Shape(IReadOnlyList<Suggestion> suggestions, string? selection)
    {
        ImmutableArray<Suggestion> split = [.. suggestions.SelectMany(Split)];
        if (selection != CardMapper.Word(SelectionBehavior.AtMostOne))
            return split;
        var first = split.FirstOrDefault(suggestion => suggestion.IsRecommended);
        return [.. split.Select(suggestion => ReferenceEquals(suggestion, first) ? suggestion : suggestion with { IsRecommended = false })];
    }

    /// <summary>No action is lost: what does not fit into one suggestion becomes the next (S-14).</summary>
    private IEnumerable<Suggestion> Split(Suggestion whole)
    {
        if (whole.Actions is not { } actions || actions.Count <= (profile.ActionsPerSuggestion ?? int.MaxValue))
            return [whole];
        return actions.Chunk(profile.ActionsPerSuggestion!.Value).Select(part => whole with
        {
            Label = string.Join("; ", part.Select(action => action.Description)),
            Actions = part,
        });
    }

    private ImmutableArray<Suggestion> Numbered(ImmutableArray<Suggestion> suggestions, int before, string card) => suggestions.Length == before
        ? suggestions
        : [.. suggestions.Select((suggestion, place) => suggestion with { Uuid = uuids.OfSuggestion(card, place) })];

    private static bool IsExpectedBy(Hook hook) => hook is Hook.AppointmentBook or Hook.OrderSign or Hook.OrderDispatch;

    private static IReadOnlyList<T>? NullIfEmpty<T>(IEnumerable<T>? items) => items?.ToArray() is { Length: > 0 } some ? some : null;
}
