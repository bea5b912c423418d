using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;

namespace NetCdsHooks.Feedback.Journal;

/// <summary>
/// Keeps entries as lines of JSON in one file for each day and process, named such as <c>2026-11-21-1.ndjson</c>. Whatever
/// waits while the disk is busy is written together and costs one flush (group commit).
/// </summary>
internal sealed partial class FeedbackJournal : IFeedbackStore, IAsyncDisposable
{
    private const int MaxWaiting = 1024;
    private const int MaxGroupBytes = 4 * 1024 * 1024;

    private readonly Channel<Batch> _queue = Channel.CreateBounded<Batch>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private readonly string _folder;
    private readonly long _maxFileBytes;
    private readonly TimeProvider _time;
    private readonly ILogger<FeedbackJournal> _logger;
    private readonly Task _writing;

    private WriterSlot? _slot;
    private JournalFile? _file;
    private volatile string? _failure;

    internal FeedbackJournal(string folder, long maxFileBytes, TimeProvider time, ILogger<FeedbackJournal> logger)
    {
        _folder = folder;
        _maxFileBytes = maxFileBytes;
        _time = time;
        _logger = logger;
        _writing = Task.Run(WriteAllAsync);
    }

    internal string Folder => _folder;

    /// <summary>Why the last entries could not be kept; null when they were.</summary>
    internal string? Failure => _failure;

    public Task KeepAsync(IReadOnlyCollection<FeedbackEntry> entries)
    {
        if (entries.Count == 0)
            return Task.CompletedTask;
        var batch = new Batch(LinesOf(entries), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        return _queue.Writer.TryWrite(batch)
            ? batch.Kept.Task
            : Task.FromException(new FeedbackStoreException("too much waits for the disk, or the service is stopping"));
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing;
        _file?.Dispose();
        _slot?.Dispose();
    }

    private static byte[] LinesOf(IReadOnlyCollection<FeedbackEntry> entries)
    {
        using var lines = new MemoryStream();
        foreach (var entry in entries)
        {
            JsonSerializer.Serialize(lines, entry, FeedbackJson.Plain.FeedbackEntry);
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }

    private async Task WriteAllAsync()
    {
        var group = new List<Batch>();
        await foreach (var first in _queue.Reader.ReadAllAsync())
        {
            group.Add(first);
            for (var bytes = first.Lines.Length; bytes < MaxGroupBytes && _queue.Reader.TryRead(out var next); bytes += next.Lines.Length)
                group.Add(next);
            Commit(group);
            group.Clear();
        }
    }

    private void Commit(List<Batch> group)
    {
        try
        {
            var file = FileOfToday();
            if (file.Length + group.Sum(batch => (long)batch.Lines.Length) > _maxFileBytes)
                throw new FeedbackStoreException($"the journal of the day has reached {_maxFileBytes} bytes");
            file.Append([.. group.Select(batch => batch.Lines)]);
            _failure = null;
            group.ForEach(batch => batch.Kept.SetResult());
        }
        catch (Exception exception)
        {
            // Whatever it was, those who wait are told, and the next group is tried on a file opened anew.
            _file?.Dispose();
            _file = null;
            _failure = exception.Message;
            LogNotKept(group.Count, exception.Message);
            group.ForEach(batch => batch.Kept.SetException(new FeedbackStoreException(exception.Message)));
        }
    }

    private JournalFile FileOfToday()
    {
        _slot ??= WriterSlot.Take(_folder);
        var day = _time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var path = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{day}-{_slot.Number}{JournalReader.Extension}"));
        if (_file?.Path == path)
            return _file;
        _file?.Dispose();
        _file = null;
        _file = JournalFile.Open(path);
        if (_file.Torn > 0)
            LogTorn(Path.GetFileName(path), _file.Torn);
        return _file;
    }

    [LoggerMessage(LogLevel.Warning, "{File} ended in {Bytes} bytes of an unfinished line, which were cut off")]
    private partial void LogTorn(string file, long bytes);

    [LoggerMessage(LogLevel.Error, "{Count} batch(es) of feedback could not be kept: {Reason}")]
    private partial void LogNotKept(int count, string reason);

    private sealed record Batch(ReadOnlyMemory<byte> Lines, TaskCompletionSource Kept);
}
