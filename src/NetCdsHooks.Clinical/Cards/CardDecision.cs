using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Cards;

/// <summary>What a card says about one patient: <see cref="Truth.Yes"/> fires, No is silent, Unknown is undetermined.</summary>
/// <param name="Card">The card decided.</param>
/// <param name="Answer">The outcome.</param>
/// <param name="Variant">The variant that holds, null for the card's own wording or when it does not fire.</param>
/// <param name="Criteria">Each criterion with its answer, those of the variant last.</param>
public sealed record CardDecision(CardRule Card, Truth Answer, CardVariant? Variant, ImmutableArray<CriterionAnswer> Criteria)
{
    /// <summary>The inputs, by name, for want of which the card is undetermined; empty when it is decided or simply not recorded.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];
}

/// <summary>How one criterion was answered.</summary>
/// <param name="Criterion">In words, such as <c>largest diameter at least 20 mm</c>.</param>
/// <param name="Found">The fact's value or why there is none, such as <c>23 mm</c> or <c>not recorded</c>.</param>
/// <param name="Answer">Whether it holds.</param>
/// <param name="Fact">The fact with its evidence; null for a criterion that rests on another card.</param>
/// <param name="Role">Where it stands in the card.</param>
public sealed record CriterionAnswer(string Criterion, string Found, Truth Answer, IFact? Fact, CriterionRole Role)
{
    /// <summary>The name of the fact in the catalogue, or the id of the card that it rests on.</summary>
    public required string Name { get; init; }

    /// <summary>True when a number was set against a limit.</summary>
    internal bool HasLimit { get; init; }
}

public enum CriterionRole
{
    When,
    Unless,
    Variant,
}
