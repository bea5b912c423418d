using Microsoft.Extensions.Logging;

namespace NetCdsHooks.Tests.Gathering.Load;

/// <summary>Looks at every line that is logged and keeps none: counts those that hold what must not be in them.</summary>
internal sealed class LogSieve(params string[] secrets) : ILoggerProvider, ILogger
{
    private int _caught;

    internal int Caught => _caught;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = $"{formatter(state, exception)} {exception}";
        if (secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)))
            Interlocked.Increment(ref _caught);
    }

    public void Dispose()
    {
    }
}
