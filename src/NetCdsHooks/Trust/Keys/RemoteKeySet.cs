namespace NetCdsHooks.Trust.Keys;

/// <summary>The key set behind one address: fetched when needed, remembered, and kept while its source is down.</summary>
internal sealed class RemoteKeySet(Uri address, KeySetFetcher fetcher, TimeProvider time)
{
    /// <summary>At most once in this time an unknown <c>kid</c> makes us ask again (J-17).</summary>
    private static readonly TimeSpan BetweenSearches = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(15);

    /// <summary>How long known keys are used although nobody could be asked whether they still hold (J-18).</summary>
    private static readonly TimeSpan WithoutSource = TimeSpan.FromHours(24);

    private readonly Lock _lock = new();
    private volatile State _state = new(null, default, default, LastFailed: false);
    private DateTimeOffset _nextSearch;
    private DateTimeOffset _nextTry;
    private Task? _running;

    /// <summary>Without asking anybody.</summary>
    internal ClientKey? Known(string id) => _state is var state && time.GetUtcNow() < state.UsableUntil ? state.Keys?.Find(id) : null;

    /// <summary>Asks the source if that may help, and waits for it.</summary>
    internal async Task<KeySearch> FindAsync(string id, CancellationToken aborted)
    {
        var isFresh = time.GetUtcNow() < _state.FreshUntil;
        if (!isFresh || Known(id) is null)
            await Refresh(isSearch: isFresh).WaitAsync(aborted);
        return new(Known(id), _state.LastFailed);
    }

    /// <summary>Joins the fetch under way, or starts one unless it is too early.</summary>
    /// <param name="isSearch">Whether it is for an unknown <c>kid</c> alone, which anybody can write.</param>
    private Task Refresh(bool isSearch)
    {
        lock (_lock)
        {
            if (_running is { IsCompleted: false } running)
                return running;
            var now = time.GetUtcNow();
            if (now < _nextTry || (isSearch && now < _nextSearch))
                return Task.CompletedTask;
            if (isSearch)
                _nextSearch = now + BetweenSearches;
            _running = FetchAsync();
            return _running;
        }
    }

    private async Task FetchAsync()
    {
        await Task.Yield();
        var fetched = await fetcher.FetchAsync(address);
        var now = time.GetUtcNow();
        lock (_lock)
        {
            if (fetched is null)
                _nextTry = now + AfterFailure;
            _state = fetched is null
                ? _state with { LastFailed = true }
                : new(fetched.Keys, now + fetched.Life, now + fetched.Life + WithoutSource, LastFailed: false);
        }
    }

    /// <param name="Keys">Null before the first success.</param>
    private sealed record State(KeySet? Keys, DateTimeOffset FreshUntil, DateTimeOffset UsableUntil, bool LastFailed);
}

/// <summary>What came of looking for a key.</summary>
/// <param name="SourceFailed">Whether the source could not be asked, so that a key which was not found may exist.</param>
internal sealed record KeySearch(ClientKey? Key, bool SourceFailed);
