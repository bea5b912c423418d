using System.Collections.Immutable;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Clinical.Cards.Reading;

/// <summary>Puts each card behind the cards that it rests on.</summary>
internal static class CardOrder
{
    /// <param name="cards">Those that could be read.</param>
    /// <param name="named">Those that have a file; one whose own file is refused is no fault of the cards that rest on it.</param>
    internal static ImmutableArray<CardRule> Sort(IReadOnlyDictionary<string, (CardRule Card, JsonNodeReader Node)> cards, IReadOnlySet<string> named)
    {
        var sorted = ImmutableArray.CreateBuilder<CardRule>();
        var state = new Dictionary<string, bool>();
        foreach (var id in cards.Keys.Order(StringComparer.Ordinal))
            Visit(id);
        return sorted.DrainToImmutable();

        void Visit(string id)
        {
            var (card, node) = cards[id];
            if (state.TryGetValue(id, out var done))
            {
                if (!done)
                    node.Reject("cards that do not rest on each other in a circle", $"a circle of excludedBy, requires or yieldsTo through {id}");
                return;
            }

            state[id] = false;
            foreach (var other in card.RestsOn)
                if (!cards.ContainsKey(other) && named.Contains(other))
                    continue;
                else if (!cards.ContainsKey(other))
                    node.Reject(Suggest.Names("a card in excludedBy, requires and yieldsTo", other, cards.Keys), $"unknown card \"{other}\"");
                else if (!cards[other].Card.AppliesTo.Criteria.IsEmpty && card.AppliesTo.Criteria.IsEmpty)
                    node.Reject("a card about the patient, for this one is about the patient", $"\"{other}\", which judges orders");
                else
                    Visit(other);
            state[id] = true;
            sorted.Add(card);
        }
    }
}
