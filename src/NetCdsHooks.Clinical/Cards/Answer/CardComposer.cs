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
        var about = decision.Picture;
        var wording = decision.Wording;
        var summary = PlainText.Summary(wording.Summary.Render(about, text => text), Caveat(decision.Weight));
        ImmutableArray<string> paragraphs =
        [
            .. wording.Detail.Where(paragraph => Holds(paragraph.When, about)).Select(paragraph => paragraph.Text.Render(about, Markdown.Escape)),
        ];
        ImmutableArray<ShownSuggestion> suggestions =
        [
            .. wording.Suggestions.Where(suggestion => Holds(suggestion.When, about)).Select(suggestion => Show(suggestion, about)).OfType<ShownSuggestion>(),
        ];
        return Finish(card, decision.Indicator, summary, CardDetail.Of(decision, paragraphs), suggestions) with { Draft = decision.Draft };
    }

    /// <summary>One card for several, with the first suggestion of each.</summary>
    internal ShownCard ShowMerged(CardRule card, ImmutableArray<ShownCard> members)
    {
        var suggestions = members
            .SelectMany(member => member.Suggestions.Where(suggestion => !suggestion.Orders.IsEmpty).Take(1))
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

    private static bool Holds(Criteria.CriterionGroup when, ClinicalPicture about) => when.Ask(about) == Truth.Yes;

    /// <summary>
    /// Null when it would change an order and there is none that the client sent with an id. An order under the id of a therapy on record
    /// is never deleted, for the therapy would go with it.
    /// </summary>
    private static ShownSuggestion? Show(CardSuggestion suggestion, ClinicalPicture about)
    {
        if (suggestion.Change is not { } change)
            return new(suggestion.Label, suggestion.IsRecommended, suggestion.Orders);
        if (about.Draft.Order is not { Resource.Id: not null, Json.ValueKind: System.Text.Json.JsonValueKind.Object } draft)
            return null;
        if (change.Removes && about.Draft.MayBeOnRecord)
            return about.Draft.Recorded is { } recorded
                ? new(suggestion.Label, suggestion.IsRecommended, suggestion.Orders, new(draft, false, null, null, null) { Recorded = recorded })
                : null;
        return new(suggestion.Label, suggestion.IsRecommended, suggestion.Orders, new(
            draft, change.Removes, change.Note?.Render(about, text => text), change.MoveTo?.Day(about), change.DosageOf));
    }

    private ShownCard Finish(
        CardRule card, Indicator indicator, string summary, string detail, ImmutableArray<ShownSuggestion> suggestions,
        IEnumerable<OverrideReason>? more = null) => new(
            card.Id, card.Version, card.Topic, card.Title, card.Category, indicator, summary, detail, card.Sources,
            suggestions,
            suggestions.IsEmpty ? null : card.Selection,
            indicator == Indicator.Info ? [] : [.. standardReasons.Concat(card.OverrideReasons).Concat(more ?? []).DistinctBy(reason => reason.Code)],
            Draft: null,
            StandsFor: []);
}
