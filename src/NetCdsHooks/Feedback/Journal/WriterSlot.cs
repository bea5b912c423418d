using System.Globalization;

namespace NetCdsHooks.Feedback.Journal;

/// <summary>
/// A number that one process at a time has in a journal folder, so that several instances share the folder and never a file.
/// The operating system gives it back when the process ends, however it ends.
/// </summary>
internal sealed class WriterSlot : IDisposable
{
    private const int Slots = 100;

    private readonly FileStream _lock;

    private WriterSlot(int number, FileStream held)
    {
        Number = number;
        _lock = held;
    }

    internal int Number { get; }

    /// <exception cref="FeedbackStoreException">No slot is free, or the folder cannot be written to.</exception>
    internal static WriterSlot Take(string folder)
    {
        Directory.CreateDirectory(folder);
        for (var number = 1; number <= Slots; number++)
            if (TryLock(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"writer-{number}.lock"))) is { } held)
                return new(number, held);
        throw new FeedbackStoreException($"none of the {Slots} writer locks in {folder} can be had");
    }

    public void Dispose() => _lock.Dispose();

    private static FileStream? TryLock(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
