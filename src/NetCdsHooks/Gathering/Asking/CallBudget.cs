namespace NetCdsHooks.Gathering.Asking;

/// <summary>What one call may spend on FHIR servers: a time that it should keep, one that it must keep, and bytes.</summary>
internal sealed class CallBudget : IDisposable
{
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _hardEnd;
    private readonly DateTimeOffset _preferredEnd;
    private readonly CancellationToken _aborted;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _all;
    private long _bytes;

    /// <param name="receivedAt">When the call came: its times run from then.</param>
    /// <param name="aborted">Ends when nobody waits for the answer any more.</param>
    internal CallBudget(CallLimits limits, DateTimeOffset receivedAt, TimeProvider time, CancellationToken aborted)
    {
        _time = time;
        _hardEnd = receivedAt + limits.Budget;
        _preferredEnd = receivedAt + limits.Preferred;
        _bytes = limits.Bytes;
        _aborted = aborted;
        _timer = new CancellationTokenSource(Left, time);
        _all = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, aborted);
        Token = _all.Token;
    }

    /// <summary>Ends when the time is over, when enough is known, or when nobody waits any more.</summary>
    internal CancellationToken Token { get; }

    /// <summary>Whether the time that must be kept is over.</summary>
    internal bool IsOver => _timer.IsCancellationRequested;

    internal bool IsAborted => _aborted.IsCancellationRequested;

    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    internal void ThrowIfAborted() => _aborted.ThrowIfCancellationRequested();

    /// <summary>Until the time that must be kept is over.</summary>
    internal TimeSpan Left => Until(_hardEnd);

    /// <summary>Whether as many bytes were read as may be: then no further page is asked for.</summary>
    internal bool IsFull => Interlocked.Read(ref _bytes) <= 0;

    internal void Spend(long bytes) => Interlocked.Add(ref _bytes, -bytes);

    /// <summary>Ends what is still under way: the answer is given without it.</summary>
    internal void KnowsEnough() => _all.Cancel();

    /// <summary>Until the time that should be kept is over.</summary>
    internal TimeSpan PreferredLeft => Until(_preferredEnd);

    /// <summary>Whatever is still under way ends here.</summary>
    public void Dispose()
    {
        _all.Cancel();
        _all.Dispose();
        _timer.Dispose();
    }

    private TimeSpan Until(DateTimeOffset end)
    {
        var left = end - _time.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}

/// <param name="Budget">After which whatever has not come is a gap.</param>
/// <param name="Preferred">After which the answer is given as soon as one card can be shown.</param>
/// <param name="Bytes">Read from FHIR servers, uncompressed.</param>
internal sealed record CallLimits(TimeSpan Budget, TimeSpan Preferred, long Bytes);
