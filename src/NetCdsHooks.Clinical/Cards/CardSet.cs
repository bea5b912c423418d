using System.Collections.Immutable;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Cards;

/// <summary>The cards of one hook.</summary>
public sealed class CardSet
{
    internal CardSet(ImmutableArray<CardRule> cards)
    {
        Cards = cards;
        Needs = [.. cards.SelectMany(card => card.Needs).Concat([DataNeed.Patient, DataNeed.Conditions]).Distinct().Order()];
    }

    /// <summary>In an order in which each card comes after those it rests on.</summary>
    public ImmutableArray<CardRule> Cards { get; }

    /// <summary>What the cards read: the patient and the problem list first.</summary>
    public ImmutableArray<DataNeed> Needs { get; }

    public ImmutableArray<CardDecision> Decide(ClinicalPicture picture)
    {
        var decisions = new Dictionary<string, CardDecision>(Cards.Length);
        foreach (var card in Cards)
            if (card is { Merge: null, NamesWhatIsMissing: false })
                decisions[card.Id] = card.Decide(picture, decisions);
        return [.. decisions.Values];
    }
}
