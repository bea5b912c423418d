using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Cards;

/// <summary>The decisions made so far, for the cards that rest on them.</summary>
internal sealed class DecidedCards
{
    private readonly Dictionary<(string Id, DraftOrder? Draft), CardDecision> _decisions = [];

    internal void Add(CardDecision decision) => _decisions[(decision.Card.Id, decision.Draft)] = decision;

    /// <summary>The decision about the order in question, else that about the patient; null when it has not been made.</summary>
    internal CardDecision? Find(string id, ClinicalPicture picture) =>
        _decisions.GetValueOrDefault((id, picture.Draft.Order)) ?? _decisions.GetValueOrDefault((id, null));

    /// <summary>As <see cref="Find"/>, of a card that is always decided earlier.</summary>
    internal CardDecision Of(string id, ClinicalPicture picture) =>
        Find(id, picture) ?? throw new InvalidOperationException($"The card {id} has not been decided.");
}
