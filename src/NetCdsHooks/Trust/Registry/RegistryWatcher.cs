namespace NetCdsHooks.Trust.Registry;

/// <summary>Reloads the clients file when it has changed and then been left alone for a moment.</summary>
/// <remarks>Watches the whole folder, because a mounted file is often replaced by a link under another name.</remarks>
internal sealed class RegistryWatcher(RegistryStore store, TimeProvider time) : IHostedService, IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private FileSystemWatcher? _watcher;
    private ITimer? _timer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (store.File is { } file)
            Watch(Path.GetDirectoryName(file)!);
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

    private void Watch(string folder)
    {
        _timer = time.CreateTimer(_ => store.Reload(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _watcher = new FileSystemWatcher(folder);
        _watcher.Changed += Wait;
        _watcher.Created += Wait;
        _watcher.Deleted += Wait;
        _watcher.Renamed += Wait;
        _watcher.EnableRaisingEvents = true;
    }

    private void Wait(object sender, FileSystemEventArgs change) => _timer?.Change(Quiet, Timeout.InfiniteTimeSpan);
}
