namespace NetCdsHooks.Tests.Support;

/// <summary>A clock that a test can turn on; its timers run in real time.</summary>
internal sealed class TurnedClock : TimeProvider
{
    private long _ticks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _ticks));

    internal void TurnOn(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}
