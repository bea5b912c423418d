using System.Collections.Frozen;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Feedback.Uuids;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Feedback;

/// <summary>Finds the card whose code a uuid carries, among the cards in force and those switched off.</summary>
internal sealed class CardDirectory(KnowledgeStore store)
{
    private volatile Codes? _codes;

    /// <summary>Null for a card that the site does not have.</summary>
    internal CardRule? Find(uint code)
    {
        var knowledge = store.Current.Knowledge;
        var codes = _codes;
        if (codes is null || !ReferenceEquals(codes.Knowledge, knowledge))
            _codes = codes = new(knowledge, ByCode(knowledge));
        return codes.Cards.GetValueOrDefault(code);
    }

    /// <summary>Two cards with one code, a matter of one in some thousand folders, would both be unknown rather than mistaken.</summary>
    private static FrozenDictionary<uint, CardRule> ByCode(KnowledgeBase knowledge) => knowledge.Cards
        .GroupBy(card => CardUuid.CodeOf(card.Id)).Where(cards => cards.Count() == 1)
        .ToFrozenDictionary(cards => cards.Key, cards => cards.Single());

    private sealed record Codes(KnowledgeBase Knowledge, FrozenDictionary<uint, CardRule> Cards);
}
