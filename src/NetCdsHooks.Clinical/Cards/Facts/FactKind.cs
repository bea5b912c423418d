namespace NetCdsHooks.Clinical.Cards.Facts;

/// <summary>What kind of value a fact has, and so which questions a card may ask of it.</summary>
public enum FactKind
{
    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>One of a closed list.</summary>
    Choice,

    /// <summary>Any of a closed list.</summary>
    Set,

    /// <summary>A number with a unit, perhaps known only between bounds.</summary>
    Number,

    /// <summary>A day, perhaps known only as a month or a year; a card may ask how long ago it was.</summary>
    Date,

    /// <summary>A value for wording; a card may only ask whether it is recorded.</summary>
    Text,
}
