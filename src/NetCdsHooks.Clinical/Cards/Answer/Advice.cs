using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Cards.Answer;

/// <summary>Turns decisions into the cards that are shown: merged, sorted, limited, in words.</summary>
public static class Advice
{
    /// <summary>The most cards of one answer; the card that names what is missing comes on top.</summary>
    public const int MaxCards = 8;

    /// <param name="cards">The cards that were decided.</param>
    /// <param name="standardReasons">The override reasons of every card above info.</param>
    /// <param name="record">For what could not be read, and why.</param>
    /// <param name="picture">Where wording reads its facts.</param>
    /// <param name="decisions">One for each card.</param>
    public static ImmutableArray<ShownCard> Compose(
        CardSet cards, ImmutableArray<OverrideReason> standardReasons,
        PatientRecord record, ClinicalPicture picture, ImmutableArray<CardDecision> decisions)
    {
        var composer = new CardComposer(picture, standardReasons);
        var shown = decisions.Where(decision => decision.Answer == Truth.Yes).Select(composer.Show).ToImmutableArray();
        foreach (var merged in cards.Cards)
            if (merged.Merge is { } merge)
                shown = Merge(merged, merge, shown, composer);
        ImmutableArray<ShownCard> sorted =
        [
            .. shown
                .OrderByDescending(card => card.Indicator).ThenBy(card => card.Category).ThenBy(card => card.Id, StringComparer.Ordinal)
                .ThenBy(card => card.Draft is null ? -1 : record.Drafts.IndexOf(card.Draft)),
        ];
        return [.. sorted.Length > MaxCards ? Limit(sorted) : sorted, .. Incomplete(cards, record, decisions, composer)];
    }

    /// <summary>The most urgent; among equals each check once before any is told of a second order. The last card names what was left out.</summary>
    private static ImmutableArray<ShownCard> Limit(ImmutableArray<ShownCard> sorted)
    {
        var kept = sorted.GroupBy(card => card.Id).SelectMany(same => same.Index())
            .OrderByDescending(card => card.Item.Indicator).ThenBy(card => card.Index)
            .Take(MaxCards).Select(card => card.Item).ToHashSet(ReferenceEqualityComparer.Instance);
        ImmutableArray<ShownCard> shown = [.. sorted.Where(kept.Contains)];
        return shown.SetItem(MaxCards - 1, shown[^1] with { Detail = CardDetail.WithLeftOut(shown[^1].Detail, sorted.Where(card => !kept.Contains(card))) });
    }

    private static ImmutableArray<ShownCard> Merge(CardRule merged, CardMerge merge, ImmutableArray<ShownCard> shown, CardComposer composer)
    {
        var members = shown.Where(card => card.Category == merge.Category)
            .OrderByDescending(card => card.Indicator).ThenBy(card => card.Id, StringComparer.Ordinal).ToImmutableArray();
        return members.Length > merge.MoreThan
            ? [.. shown.RemoveRange(members), composer.ShowMerged(merged, members)]
            : shown;
    }

    private static IEnumerable<ShownCard> Incomplete(
        CardSet cards, PatientRecord record, ImmutableArray<CardDecision> decisions, CardComposer composer)
    {
        var stopped = decisions.Where(decision => !decision.Missing.IsEmpty).ToImmutableArray();
        return stopped.IsEmpty
            ? []
            : cards.Cards.Where(card => card.NamesWhatIsMissing).Select(card => composer.ShowIncomplete(card, record, stopped));
    }
}
