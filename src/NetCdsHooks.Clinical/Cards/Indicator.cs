namespace NetCdsHooks.Clinical.Cards;

/// <summary>Urgency of a card, in rising order (CDS Hooks C-05).</summary>
public enum Indicator
{
    Info,
    Warning,
    Critical,
}
