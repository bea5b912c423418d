namespace NetCdsHooks.Clinical.Cards;

/// <summary>What a card is about, in the order in which cards of equal urgency are shown.</summary>
public enum CardCategory
{
    Safety,
    Treatment,
    Surveillance,
    Workup,
    Coordination,
}
