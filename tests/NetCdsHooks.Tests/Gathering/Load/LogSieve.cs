using Microsoft.Extensions.Logging;

namespace NetCdsHooks.Tests.Gathering.Load;

/// <summary>Looks at every line that is logged and keeps none but the last with what must not be in it, and the last error.</summary>
internal sealed class LogSieve(params string[] secrets) : ILoggerProvider, ILogger
{
    private volatile string? _caught;

    private volatile string? _error;

    internal string? Caught => _caught;

    internal string? Error => _error;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = $"{formatter(state, exception)} {exception}";
        if (secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)))
            _caught = line;
        if (logLevel >= LogLevel.Error)
            _error = line;
    }

    public void Dispose()
    {
    }
}
