using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Cards;

/// <summary>
/// What a card says about one patient, or about one order for them: <see cref="Truth.Yes"/> fires, No is silent, Unknown is undetermined.
/// </summary>
public sealed class CardDecision
{
    private readonly Func<ImmutableArray<CriterionAnswer>> _explain;

    /// <param name="card">The card decided.</param>
    /// <param name="picture">The patient, and the order in question.</param>
    /// <param name="answer">The outcome.</param>
    /// <param name="variant">The variant that holds, null for the card's own wording or when it does not fire.</param>
    /// <param name="explain">Answers every criterion; most decisions are never asked why.</param>
    internal CardDecision(CardRule card, ClinicalPicture picture, Truth answer, CardVariant? variant, Func<ImmutableArray<CriterionAnswer>> explain) =>
        (Card, Picture, Answer, Variant, _explain) = (card, picture, answer, variant, explain);

    public CardRule Card { get; }

    public Truth Answer { get; }

    public CardVariant? Variant { get; }

    /// <summary>The order that it is about; null for a card that is about the patient.</summary>
    public DraftOrder? Draft => Picture.Draft.Order;

    /// <summary>Each criterion with its answer, those of the variant last.</summary>
    public ImmutableArray<CriterionAnswer> Criteria => field.IsDefault ? field = _explain() : field;

    /// <summary>The inputs, by name, for want of which the card is undetermined; empty when it is decided or simply not recorded.</summary>
    public ImmutableArray<string> Missing { get; internal init; } = [];

    internal ClinicalPicture Picture { get; }

    internal CardWording Wording => Card.WordingOf(Variant);

    /// <summary>How far the facts that make it fire can be trusted.</summary>
    internal Confidence Weight => Card.Weigh(Picture, Variant);

    /// <summary>What rests on less than codes is never more than information.</summary>
    internal Indicator Indicator => Weight == Confidence.Coded ? Wording.Indicator : Indicator.Info;

    /// <summary>The same, made silent by another card.</summary>
    internal CardDecision SilencedBy(string reason) => new(
        Card, Picture, Truth.No, null, () => [.. Criteria, new(reason, "there is one", Truth.No, null, CriterionRole.Unless) { Name = Card.Id }]);
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
