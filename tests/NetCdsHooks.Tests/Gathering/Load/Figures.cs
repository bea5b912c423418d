using System.Collections.Concurrent;
using System.Globalization;

namespace NetCdsHooks.Tests.Gathering.Load;

/// <summary>What a run of many callers showed.</summary>
internal sealed class Figures
{
    private const int MegaByte = 1024 * 1024;

    private readonly ConcurrentBag<(TimeSpan Time, Kind Kind)> _calls = [];
    private readonly ConcurrentBag<string> _wrong = [];
    private readonly List<(long WorkingSet, long Managed)> _memory = [];

    internal enum Kind
    {
        Whole,
        Partial,
        Refused,
    }

    internal IReadOnlyCollection<string> Wrong => _wrong;

    internal int Calls => _calls.Count;

    internal TimeSpan Longest => _calls.Max(call => call.Time);

    /// <summary>From after the start until the end, in MB.</summary>
    internal long WorkingSetGrowth => _memory[^1].WorkingSet - _memory[0].WorkingSet;

    internal void Add(TimeSpan time, Kind kind) => _calls.Add((time, kind));

    internal void AddWrong(string what) => _wrong.Add(what);

    internal void MeasureMemory() => _memory.Add((Environment.WorkingSet / MegaByte, GC.GetTotalMemory(forceFullCollection: true) / MegaByte));

    internal string Tell(TimeSpan duration, CallersServer server)
    {
        double[] times = [.. _calls.Select(call => call.Time.TotalMilliseconds).Order()];
        var kinds = _calls.CountBy(call => call.Kind).OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {pair.Key}");
        return string.Create(CultureInfo.InvariantCulture, $"""
            {duration.TotalSeconds:0} s: {times.Length} calls answered ({string.Join(", ", kinds)}), {times.Length / duration.TotalSeconds:0.0} a second
            p50 {At(0.5):0} ms, p95 {At(0.95):0} ms, p99 {At(0.99):0} ms, longest {times[^1]:0} ms
            {server.Requests} FHIR requests, {(double)server.Requests / times.Length:0.0} a call, {server.Faults} of them failed on purpose
            working set (managed) in MB: {string.Join(", ", _memory.Select(at => $"{at.WorkingSet} ({at.Managed})"))}
            """);

        double At(double part) => times[Math.Min((int)(times.Length * part), times.Length - 1)];
    }
}
