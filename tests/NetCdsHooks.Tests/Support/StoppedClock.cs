namespace NetCdsHooks.Tests.Support;

/// <summary>A clock that stands until a test moves it; its timers run in real time.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    private long _ticks = now.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    internal void TurnOn(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}
