namespace NetCdsHooks.Hosting;

/// <summary>Reloads the card folder when its files have changed and then been left alone for a moment.</summary>
internal sealed class KnowledgeWatcher(KnowledgeStore store, TimeProvider time) : IHostedService, IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private readonly List<FileSystemWatcher> _watchers = [];
    private ITimer? _timer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = time.CreateTimer(_ => store.Reload(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Watch(store.Folder);
        if (store.SiteFolder is { } site)
            Watch(site);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers)
            watcher.Dispose();
        _timer?.Dispose();
    }

    private void Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder, "*.json") { IncludeSubdirectories = true };
        watcher.Changed += Wait;
        watcher.Created += Wait;
        watcher.Deleted += Wait;
        watcher.Renamed += Wait;
        watcher.EnableRaisingEvents = true;
        _watchers.Add(watcher);
    }

    private void Wait(object sender, FileSystemEventArgs change) => _timer?.Change(Quiet, Timeout.InfiniteTimeSpan);
}
