using NetCdsHooks.Hooks;

namespace NetCdsHooks.Feedback;

/// <summary>Counts cards as they are shown, until <see cref="ShownCountsWriter"/> has them kept.</summary>
internal sealed class ShownCounts
{
    private readonly Lock _gate = new();
    private Dictionary<Key, long> _counts = [];

    internal void Add(string client, string service, IEnumerable<Card> cards)
    {
        lock (_gate)
            foreach (var card in cards)
                AddUnderLock(new(client, service, card.Extension.Card.Id, card.Extension.Card.Version), 1);
    }

    /// <summary>What has been counted since the last time.</summary>
    internal IReadOnlyCollection<FeedbackEntry.Shown> Take(DateTimeOffset now)
    {
        Dictionary<Key, long> taken;
        lock (_gate)
            (taken, _counts) = (_counts, []);
        return [.. taken.Select(count => new FeedbackEntry.Shown(now, count.Key.Client, count.Key.Service, count.Key.Card, count.Key.Version, count.Value))];
    }

    /// <summary>Counts again what was taken and could not be kept.</summary>
    internal void PutBack(IReadOnlyCollection<FeedbackEntry.Shown> taken)
    {
        lock (_gate)
            foreach (var shown in taken)
                AddUnderLock(new(shown.Client, shown.Service, shown.Card, shown.Version), shown.Count);
    }

    private void AddUnderLock(Key key, long count) => _counts[key] = _counts.GetValueOrDefault(key) + count;

    private readonly record struct Key(string Client, string Service, string Card, string Version);
}
