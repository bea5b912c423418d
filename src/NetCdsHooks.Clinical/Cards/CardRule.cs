namespace NetCdsHooks.Clinical.Cards;

/// <summary>A card ready to be decided.</summary>
public sealed class CardRule
{
    public required string Id { get; init; }

    public required string Title { get; init; }
}

public sealed record CardVariant(string Name);
