using System.Collections.Immutable;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Clinical.Cards.Reading;

/// <summary>Puts each card behind the cards that it rests on.</summary>
internal static class CardOrder
{
    internal static ImmutableArray<CardRule> Sort(IReadOnlyDictionary<string, (CardRule Card, JsonNodeReader Node)> cards)
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
                    node.Reject("cards that do not rest on each other in a circle", $"a circle of excludedBy or yieldsTo through {id}");
                return;
            }

            state[id] = false;
            foreach (var other in card.ExcludedBy.Concat(card.YieldsTo))
                if (!cards.ContainsKey(other))
                    node.Reject(Suggest.Names("a card in excludedBy and yieldsTo", other, cards.Keys), $"unknown card \"{other}\"");
                else if (card.Hooks.Except(cards[other].Card.Hooks).Any() || (card.IsActive && !cards[other].Card.IsActive))
                    node.Reject($"a card that is decided wherever {id} is", $"\"{other}\", which is not");
                else
                    Visit(other);
            state[id] = true;
            sorted.Add(card);
        }
    }
}
