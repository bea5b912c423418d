using NetCdsHooks.Clinical.Cards.Criteria;
using NetCdsHooks.Clinical.Cards.Facts;

namespace NetCdsHooks.Clinical.Cards;

/// <summary>Another wording or urgency of a card under a further condition; the first that holds wins.</summary>
public sealed class CardVariant
{
    internal CardVariant(string name, CriterionGroup when, CardWording wording) => (Name, When, Wording) = (name, when, wording);

    /// <summary>Unique within its card.</summary>
    public string Name { get; }

    internal CriterionGroup When { get; }

    internal CardWording Wording { get; }

    internal IEnumerable<FactDefinition> Facts => When.Facts.Concat(Wording.Facts);
}
