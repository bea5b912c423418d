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
            .Concat(Suggestions.SelectMany(suggestion => suggestion.When.Facts));
}

/// <summary>A paragraph of the detail, shown when its own criteria hold.</summary>
internal sealed record CardParagraph(CriterionGroup When, TextTemplate Text);

/// <summary>Something a card offers to order, shown when its own criteria hold.</summary>
internal sealed record CardSuggestion(CriterionGroup When, string Label, bool IsRecommended, ImmutableArray<OrderTemplate> Orders);

/// <summary>Stands for the fired cards of a category when there are more than <paramref name="MoreThan"/>.</summary>
internal sealed record CardMerge(CardCategory Category, int MoreThan);
