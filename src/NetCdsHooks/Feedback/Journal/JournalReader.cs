using System.Text.Json;

namespace NetCdsHooks.Feedback.Journal;

/// <summary>Reads the journals of all days and instances in a folder, also while they are being written.</summary>
internal sealed class JournalReader(string folder)
{
    internal const string Extension = ".ndjson";

    /// <summary>Lines that held no entry, of what has been read so far.</summary>
    internal int Unreadable { get; private set; }

    /// <summary>Day by day.</summary>
    internal IEnumerable<FeedbackEntry> Read() =>
        Directory.EnumerateFiles(folder, $"*{Extension}").Order(StringComparer.Ordinal).SelectMany(ReadFile);

    private IEnumerable<FeedbackEntry> ReadFile(string path)
    {
        using var lines = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        while (lines.ReadLine() is { } line)
            if (Parse(line) is { } entry)
                yield return entry;
            else
                Unreadable++;
    }

    private static FeedbackEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, FeedbackJson.Plain.FeedbackEntry);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}
