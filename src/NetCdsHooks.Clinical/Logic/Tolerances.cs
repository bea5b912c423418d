using System.Collections.Immutable;

namespace NetCdsHooks.Clinical.Logic;

/// <summary>How often each <see cref="Tolerance"/> was needed in this process. Costs nothing where none is.</summary>
public static class Tolerances
{
    private static readonly AsyncLocal<Action<Tolerance>?> Watching = new();

    public static ImmutableArray<Tolerance> All { get; } = [.. Enum.GetValues<Tolerance>()];

    private static readonly long[] Counts = new long[All.Length];

    /// <summary>Kebab-case, as metrics and the table for integrators call it.</summary>
    public static string NameOf(Tolerance tolerance) =>
        string.Concat(tolerance.ToString().Select((letter, place) => char.IsUpper(letter) && place > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    public static long CountOf(Tolerance tolerance) => Interlocked.Read(ref Counts[(int)tolerance]);

    /// <summary>Tells of each use in what is begun from here on, until it is disposed.</summary>
    public static IDisposable Watch(Action<Tolerance> used)
    {
        var watch = new Watcher(Watching.Value);
        Watching.Value = used;
        return watch;
    }

    public static void Use(Tolerance tolerance)
    {
        Interlocked.Increment(ref Counts[(int)tolerance]);
        Watching.Value?.Invoke(tolerance);
    }

    private sealed class Watcher(Action<Tolerance>? before) : IDisposable
    {
        public void Dispose() => Watching.Value = before;
    }
}
