using System.Collections.Immutable;
using NetCdsHooks.Clinical.Cards.Text;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Cards.Answer;

/// <summary>Puts single cards into words for one patient.</summary>
internal sealed class CardComposer(ClinicalPicture picture, ImmutableArray<OverrideReason> standardReasons)
{
    internal ShownCard Show(CardDecision decision)
    {
        var card = decision.Card;
        var wording = card.WordingOf(decision.Variant);
        var weight = card.SupportOf(picture, decision.Variant)
            .SelectMany(fact => fact.Read(picture).Evidence)
            .Select(evidence => evidence.Confidence)
            .DefaultIfEmpty(Confidence.Coded).Min();
        var summary = PlainText.Summary(wording.Summary.Render(picture, text => text), Caveat(weight));
        ImmutableArray<string> paragraphs =
        [
            .. wording.Detail.Where(paragraph => Holds(paragraph.When)).Select(paragraph => paragraph.Text.Render(picture, Markdown.Escape)),
        ];
        ImmutableArray<ShownSuggestion> suggestions =
        [
            .. wording.Suggestions.Where(suggestion => Holds(suggestion.When))
                .Select(suggestion => new ShownSuggestion(suggestion.Label, suggestion.IsRecommended, suggestion.Orders)),
        ];
        var indicator = weight == Confidence.Coded ? wording.Indicator : Indicator.Info;
        return Finish(card, indicator, summary, CardDetail.Of(card, decision, picture, paragraphs), suggestions);
    }

    /// <summary>One card for several, with the first suggestion of each.</summary>
    internal ShownCard ShowMerged(CardRule card, ImmutableArray<ShownCard> members)
    {
        var suggestions = members
            .SelectMany(member => member.Suggestions.Take(1))
            .DistinctBy(suggestion => string.Join('+', suggestion.Orders.Select(order => order.Key)));
        var summary = card.Wording.Summary.Render(picture, text => text).Replace("{n}", members.Length.ToString(), StringComparison.Ordinal);
        return Finish(
            card,
            members.Max(member => member.Indicator),
            PlainText.Summary(summary),
            CardDetail.OfMerged(card, picture, members),
            [.. suggestions.Select(suggestion => suggestion with { IsRecommended = false })],
            members.SelectMany(member => member.OverrideReasons)) with
        {
            Sources = [.. members.SelectMany(member => member.Sources).Distinct()],
            StandsFor = [.. members.Select(member => member.Id)],
        };
    }

    /// <summary>Names what could not be read, why, and the checks that it stopped.</summary>
    internal ShownCard ShowIncomplete(CardRule card, PatientRecord record, ImmutableArray<CardDecision> stopped)
    {
        var summary = card.Wording.Summary.Render(picture, text => text).Replace("{n}", stopped.Length.ToString(), StringComparison.Ordinal);
        return Finish(card, Indicator.Info, PlainText.Summary(summary), CardDetail.OfIncomplete(card, picture, record, stopped), []);
    }

    private static string Caveat(Confidence weight) => weight switch
    {
        Confidence.Coded => "",
        Confidence.Preliminary => " (preliminary result)",
        Confidence.FreeText => " (from free text)",
        _ => throw new ArgumentOutOfRangeException(nameof(weight), weight, null),
    };

    private bool Holds(Criteria.CriterionGroup when) => when.Ask(picture) == Truth.Yes;

    private ShownCard Finish(
        CardRule card, Indicator indicator, string summary, string detail, ImmutableArray<ShownSuggestion> suggestions,
        IEnumerable<OverrideReason>? more = null) => new(
            card.Id, card.Version, card.Topic, card.Title, card.Category, indicator, summary, detail, card.Sources,
            suggestions,
            suggestions.IsEmpty ? null : card.Selection,
            indicator == Indicator.Info ? [] : [.. standardReasons.Concat(card.OverrideReasons).Concat(more ?? []).DistinctBy(reason => reason.Code)],
            []);
}
