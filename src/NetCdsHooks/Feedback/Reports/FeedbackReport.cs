using System.Collections.Immutable;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Feedback.Uuids;

namespace NetCdsHooks.Feedback.Reports;

/// <summary>Sums up a journal. Of several reports about one shown card the last outcome counts (F-09).</summary>
internal static class FeedbackReport
{
    internal const string NoCard = "(not a card of this site)";

    private const string NoVersion = "-";

    /// <returns>A row for each card, version and client, in that order; feedback about no known card last.</returns>
    internal static ImmutableArray<ReportRow> Of(IEnumerable<FeedbackEntry> entries)
    {
        var shown = new Dictionary<Key, long>();
        var last = new Dictionary<(string Client, string Uuid), FeedbackEntry.Given>();
        foreach (var entry in entries)
            if (entry is FeedbackEntry.Shown count)
                Add(shown, new(count.Card, count.Version, count.Client), count.Count);
            else if (entry is FeedbackEntry.Given given && IsNewer(given, last.GetValueOrDefault((given.Client, given.Uuid))))
                last[(given.Client, given.Uuid)] = given;
        var former = shown.Keys.Select(key => key.Card).Distinct().ToLookup(CardUuid.CodeOf);
        var answered = last.Values.ToLookup(given => KeyOf(given, former));
        return
        [
            .. shown.Keys.Union(answered.Select(group => group.Key))
                .OrderBy(key => key.Card == NoCard).ThenBy(key => key.Card, StringComparer.Ordinal)
                .ThenBy(key => key.Version, StringComparer.Ordinal).ThenBy(key => key.Client, StringComparer.Ordinal)
                .Select(key => Row(key, shown.GetValueOrDefault(key), [.. answered[key]])),
        ];
    }

    private static ReportRow Row(Key key, long shown, ImmutableArray<FeedbackEntry.Given> given)
    {
        var overridden = given.Where(one => one.Outcome == Outcome.Overridden).ToImmutableArray();
        var reasons = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var one in overridden)
            if (one.Reason is { } reason)
                Add(reasons, Name(reason), 1);
        // Feedback proves that a card was shown, even if a crash came before it was counted.
        var atLeast = key.Card == NoCard ? 0 : given.Length;
        return new(key.Card, key.Version, key.Client, Math.Max(shown, atLeast), given.Length - overridden.Length, overridden.Length, reasons);
    }

    private static bool IsNewer(FeedbackEntry.Given given, FeedbackEntry.Given? known) =>
        known is null || (given.OutcomeAt, given.At).CompareTo((known.OutcomeAt, known.At)) >= 0;

    /// <summary>A card that the site no longer had when it was reported is known by the count of when it was shown.</summary>
    private static Key KeyOf(FeedbackEntry.Given given, ILookup<uint, string> former)
    {
        if (given.Card is { } card)
            return new(card.Id, card.Version, given.Client);
        if (given.Match == CardMatch.Former && Guid.TryParse(given.Uuid, out var guid) && CardUuid.TrySplit(guid, out var content, out _)
            && CardUuid.FromContent(content) is var uuid && former[uuid.Card].ToArray() is [var id])
            return new(id, uuid.Version?.ToString() ?? NoVersion, given.Client);
        return new(NoCard, NoVersion, given.Client);
    }

    /// <summary>Our own codes go without their system.</summary>
    private static string Name(FeedbackReason reason) =>
        reason.System is null or OverrideReason.System ? reason.Code : $"{reason.System}|{reason.Code}";

    private static void Add<TKey>(IDictionary<TKey, long> counts, TKey key, long count) =>
        counts[key] = (counts.TryGetValue(key, out var known) ? known : 0) + count;

    private readonly record struct Key(string Card, string Version, string Client);
}
