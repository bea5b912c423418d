using System.Collections.Immutable;
using NetCdsHooks.Clinical.Cards.Criteria;
using NetCdsHooks.Clinical.Cards.Facts;
using NetCdsHooks.Clinical.Cards.Text;

namespace NetCdsHooks.Clinical.Cards;

/// <summary>What a card, or a variant of it, says and offers.</summary>
internal sealed record CardWording(
    Indicator Indicator, TextTemplate Summary, ImmutableArray<CardParagraph> Detail, ImmutableArray<CardSuggestion> Suggestions)
{
    internal IEnumerable<FactDefinition> Facts =>
        Summary.Facts
            .Concat(Detail.SelectMany(paragraph => paragraph.Text.Facts.Concat(paragraph.When.Facts)))
            .Concat(Suggestions.SelectMany(suggestion => suggestion.Facts));
}

/// <summary>A paragraph of the detail, shown when its own criteria hold.</summary>
internal sealed record CardParagraph(CriterionGroup When, TextTemplate Text);

/// <summary>Something a card offers to do, shown when its own criteria hold: orders to create, the order in question to change or to remove.</summary>
internal sealed record CardSuggestion(
    CriterionGroup When, string Label, bool IsRecommended, ImmutableArray<OrderTemplate> Orders, DraftChangeTemplate? Change)
{
    internal IEnumerable<FactDefinition> Facts => When.Facts.Concat(Change?.Facts ?? []);
}

/// <summary>What is offered to be done with the order in question.</summary>
/// <param name="Removes">It is taken back; then nothing else is set.</param>
/// <param name="Note">Added to its notes.</param>
/// <param name="MoveTo">The day it is moved to.</param>
/// <param name="DosageOf">The order of the catalogue whose dosage it gets.</param>
internal sealed record DraftChangeTemplate(bool Removes, TextTemplate? Note, FactDefinition? MoveTo, OrderTemplate? DosageOf)
{
    internal IEnumerable<FactDefinition> Facts => (Note?.Facts ?? []).Concat(MoveTo is { } day ? [day] : []);
}

/// <summary>Stands for the fired cards of a category when there are more than <paramref name="MoreThan"/>.</summary>
internal sealed record CardMerge(CardCategory Category, int MoreThan);
