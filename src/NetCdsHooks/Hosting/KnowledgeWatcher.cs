namespace NetCdsHooks.Hosting;

/// <summary>Reloads the card folder when its files have changed and then been left alone for a moment.</summary>
internal sealed class KnowledgeWatcher(KnowledgeStore store, TimeProvider time) : IHostedService, IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private FileSystemWatcher? _watcher;
    private ITimer? _timer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = time.CreateTimer(_ => store.Reload(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _watcher = new(store.Folder, "*.json") { IncludeSubdirectories = true };
        _watcher.Changed += Wait;
        _watcher.Created += Wait;
        _watcher.Deleted += Wait;
        _watcher.Renamed += Wait;
        _watcher.EnableRaisingEvents = true;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _timer?.Dispose();
    }

    private void Wait(object sender, FileSystemEventArgs change) => _timer?.Change(Quiet, Timeout.InfiniteTimeSpan);
}
