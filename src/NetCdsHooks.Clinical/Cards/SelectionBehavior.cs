namespace NetCdsHooks.Clinical.Cards;

/// <summary>How many suggestions of a card may be taken (CDS Hooks C-11).</summary>
public enum SelectionBehavior
{
    Any,
    AtMostOne,
}
