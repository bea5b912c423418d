using System.Text.Json.Serialization;

namespace NetCdsHooks.Feedback;

/// <summary>
/// A line of what is kept: cards that were shown, or what a clinician did with one. Holds no patient, no call, no user and no
/// free text; a text that a client made up is replaced by a stand-in (<see cref="FeedbackKey.StandIn"/>).
/// </summary>
/// <param name="At">When the service wrote it down.</param>
/// <param name="Client">Name of the client in the registry.</param>
/// <param name="Service">Id of the service that was called.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Shown), "shown")]
[JsonDerivedType(typeof(Given), "feedback")]
internal abstract record FeedbackEntry(DateTimeOffset At, string Client, string Service)
{
    /// <summary>A card was shown so many times since it was last counted.</summary>
    internal sealed record Shown(DateTimeOffset At, string Client, string Service, string Card, string Version, long Count)
        : FeedbackEntry(At, Client, Service);

    /// <summary>An item of feedback.</summary>
    /// <param name="Uuid">Of the card, if it was written by this site; else a stand-in.</param>
    /// <param name="Card">Which card it was; null when it is none of this site, or one that the site no longer has.</param>
    /// <param name="AcceptedSuggestions">Their uuids, or stand-ins; null when the card was overridden.</param>
    /// <param name="Reason">Why it was overridden, if that was said.</param>
    /// <param name="Commented">Whether there was a comment, which itself is not kept (F-15).</param>
    /// <param name="OutcomeAt">When the clinician acted, in UTC.</param>
    internal sealed record Given(
        DateTimeOffset At, string Client, string Service, string Uuid, CardMatch Match, KnownCard? Card, Outcome Outcome,
        IReadOnlyList<string>? AcceptedSuggestions, FeedbackReason? Reason, bool Commented, DateTimeOffset OutcomeAt)
        : FeedbackEntry(At, Client, Service);
}

/// <param name="Service">That showed it, as its uuid says.</param>
internal sealed record KnownCard(string Id, string Version, string Topic, string Service);

/// <summary>Why a card was overridden: a code of our list, of the client's own or of Epic's build.</summary>
internal sealed record FeedbackReason(string? System, string Code);

internal enum CardMatch
{
    /// <summary>A card that the site has.</summary>
    [JsonStringEnumMemberName("known")]
    Known,

    /// <summary>A uuid of this site, for a card that it no longer has.</summary>
    [JsonStringEnumMemberName("former")]
    Former,

    /// <summary>Not written with the key of this site.</summary>
    [JsonStringEnumMemberName("none")]
    None,
}

internal enum Outcome
{
    [JsonStringEnumMemberName("accepted")]
    Accepted,

    [JsonStringEnumMemberName("overridden")]
    Overridden,
}
