using Microsoft.Win32.SafeHandles;

namespace NetCdsHooks.Feedback.Journal;

/// <summary>One file of the journal, open for appending by this process alone.</summary>
internal sealed class JournalFile : IDisposable
{
    private const int ScanBytes = 64 * 1024;

    private readonly SafeFileHandle _handle;

    private JournalFile(string path, SafeFileHandle handle)
    {
        Path = path;
        _handle = handle;
        var length = RandomAccess.GetLength(handle);
        Length = EndOfLastLine(length);
        Torn = length - Length;
        if (Torn > 0)
            RandomAccess.SetLength(handle, Length);
    }

    internal string Path { get; }

    /// <summary>Bytes that are known to be whole lines.</summary>
    internal long Length { get; private set; }

    /// <summary>Bytes after the last line that were cut off on opening: of a line that nobody was told is kept.</summary>
    internal long Torn { get; }

    internal static JournalFile Open(string path)
    {
        var handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        try
        {
            return new(path, handle);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Writes whole lines and returns when they are on the disk. After a failure the file is as it was.</summary>
    internal void Append(IReadOnlyList<ReadOnlyMemory<byte>> lines)
    {
        try
        {
            RandomAccess.Write(_handle, lines, Length);
            RandomAccess.FlushToDisk(_handle);
            Length += lines.Sum(line => (long)line.Length);
        }
        catch (IOException)
        {
            TakeBack();
            throw;
        }
    }

    public void Dispose() => _handle.Dispose();

    private void TakeBack()
    {
        try
        {
            RandomAccess.SetLength(_handle, Length);
        }
        catch (IOException)
        {
            // What remains is cut off, or found unreadable, when the file is next opened.
        }
    }

    private long EndOfLastLine(long length)
    {
        var buffer = new byte[ScanBytes];
        for (var end = length; end > 0; end -= Math.Min(end, ScanBytes))
        {
            var start = Math.Max(0, end - ScanBytes);
            var read = RandomAccess.Read(_handle, buffer.AsSpan(0, (int)(end - start)), start);
            var place = buffer.AsSpan(0, read).LastIndexOf((byte)'\n');
            if (place >= 0)
                return start + place + 1;
        }

        return 0;
    }
}
