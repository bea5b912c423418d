using System.Collections.Immutable;

namespace NetCdsHooks.Feedback.Reading;

/// <summary>An item as the client sent it, known to be whole (F-03 to F-08).</summary>
/// <param name="Card">What the client takes for the card's uuid; any text.</param>
/// <param name="AcceptedSuggestions">Empty when the card was overridden.</param>
/// <param name="Reason">Null when none was given.</param>
/// <param name="Commented">Whether there was a comment.</param>
/// <param name="OutcomeAt">In UTC.</param>
/// <param name="WasConverted">Whether the time was sent with another offset (F-08).</param>
internal sealed record FeedbackItem(
    string Card, Outcome Outcome, ImmutableArray<string> AcceptedSuggestions, FeedbackReason? Reason, bool Commented,
    DateTimeOffset OutcomeAt, bool WasConverted);

/// <summary>The items of a body, good and bad.</summary>
internal sealed record FeedbackBatch(ImmutableArray<FeedbackItem> Items, ImmutableArray<RefusedItem> Refused);
