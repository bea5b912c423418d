namespace NetCdsHooks.Feedback;

/// <summary>Keeps the counts of shown cards every few seconds and when the service stops. A crash loses no more than those seconds.</summary>
internal sealed class ShownCountsWriter(ShownCounts counts, IFeedbackStore store, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await KeepAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await KeepAsync();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The last counts are kept by StopAsync.
        }
    }

    private async Task KeepAsync()
    {
        var taken = counts.Take(time.GetUtcNow());
        try
        {
            await store.KeepAsync(taken);
        }
        catch (FeedbackStoreException)
        {
            counts.PutBack(taken);
        }
    }
}
