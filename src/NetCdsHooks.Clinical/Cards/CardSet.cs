using System.Collections.Frozen;
using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Cards;

/// <summary>The cards of one hook.</summary>
public sealed class CardSet
{
    private readonly ImmutableArray<CardRule> _decided;
    private readonly FrozenSet<CardRule> _shown;

    /// <param name="cards">The cards that may be shown.</param>
    /// <param name="all">Every card that can be decided, each after those it rests on.</param>
    internal CardSet(ImmutableArray<CardRule> cards, ImmutableArray<CardRule> all)
    {
        Cards = cards;
        _shown = cards.ToFrozenSet();
        _decided = WithThoseTheyRestOn(cards, all);
        Needs = [.. _decided.SelectMany(card => card.Needs).Concat([DataNeed.Patient, DataNeed.Conditions]).Distinct().Order()];
    }

    /// <summary>In an order in which each card comes after those it rests on.</summary>
    public ImmutableArray<CardRule> Cards { get; }

    /// <summary>What the cards read: the patient and the problem list first.</summary>
    public ImmutableArray<DataNeed> Needs { get; }

    /// <summary>One decision for each card, or for each order that a card judges.</summary>
    public ImmutableArray<CardDecision> Decide(ClinicalPicture picture)
    {
        var decided = new DecidedCards();
        var decisions = ImmutableArray.CreateBuilder<CardDecision>(Cards.Length);
        foreach (var card in _decided)
            foreach (var about in card.PicturesIn(picture))
            {
                var decision = card.Decide(about, decided);
                decided.Add(decision);
                if (_shown.Contains(card) && card.IsAbout(about))
                    decisions.Add(decision);
            }

        return HoldBack(decisions.ToImmutable());
    }

    /// <summary>Advice that is only for quiet moments gives way to anything urgent.</summary>
    private static ImmutableArray<CardDecision> HoldBack(ImmutableArray<CardDecision> decisions)
    {
        if (!decisions.Any(decision => decision is { Card.OnlyBesideInfo: true, Answer: Truth.Yes }))
            return decisions;
        var urgent = decisions.FirstOrDefault(decision => decision.Answer == Truth.Yes && decision.Indicator > Indicator.Info);
        return urgent is null
            ? decisions
            : [.. decisions.Select(decision => decision is { Card.OnlyBesideInfo: true, Answer: Truth.Yes }
                ? decision.SilencedBy($"no card above information fires (found {urgent.Card.Id})")
                : decision)];
    }

    private static ImmutableArray<CardRule> WithThoseTheyRestOn(ImmutableArray<CardRule> cards, ImmutableArray<CardRule> all)
    {
        var needed = cards.Where(card => card is { Merge: null, NamesWhatIsMissing: false }).Select(card => card.Id).ToHashSet();
        foreach (var card in all.Reverse())
            if (needed.Contains(card.Id))
                needed.UnionWith(card.RestsOn);
        return [.. all.Where(card => needed.Contains(card.Id))];
    }
}
