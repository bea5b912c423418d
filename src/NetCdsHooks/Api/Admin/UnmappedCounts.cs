using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Terminology;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Api.Admin;

/// <summary>Counts unmapped codes in memory, within limits; a restart forgets them.</summary>
internal sealed class UnmappedCounts(TimeProvider time, SiteClock clock, ServiceMeter meter)
{
    internal const int MostCodes = 1000;
    internal const int LongestCode = 100;
    internal const int LongestSystem = 200;

    private readonly Lock _gate = new();
    private readonly Dictionary<UnmappedCode, Sightings> _seen = [];
    private readonly DateOnly _since = DayOf(time, clock);
    private long _leftOut;

    /// <param name="codes">Those of one call, each once.</param>
    internal void Add(ImmutableArray<UnmappedCode> codes)
    {
        if (codes.IsEmpty)
            return;
        var today = DayOf(time, clock);
        foreach (var code in codes)
            meter.CodeUnmapped(code.ConceptId);
        lock (_gate)
            foreach (var code in codes)
                AddUnderLock(code, today);
    }

    /// <summary>What has been counted, without codes that have been mapped since.</summary>
    internal UnmappedReport Report(ConceptLibrary concepts)
    {
        lock (_gate)
        {
            foreach (var code in _seen.Keys.Where(code => concepts.Knows(new Coding(code.System, code.Code))).ToArray())
                _seen.Remove(code);
            return new(
                _since,
                [
                    .. _seen.Select(seen => new UnmappedEntry(seen.Key.System, seen.Key.Code, seen.Key.ConceptId, seen.Value.Calls, seen.Value.First, seen.Value.Last))
                        .OrderByDescending(entry => entry.Calls).ThenBy(entry => entry.System, StringComparer.Ordinal).ThenBy(entry => entry.Code, StringComparer.Ordinal),
                ],
                _leftOut);
        }
    }

    private void AddUnderLock(UnmappedCode code, DateOnly today)
    {
        if (_seen.TryGetValue(code, out var sightings))
            _seen[code] = sightings with { Calls = sightings.Calls + 1, Last = today };
        else if (IsPlain(code.Code, LongestCode) && (code.System is null || IsPlain(code.System, LongestSystem)))
        {
            MakeRoom();
            _seen[code] = new(1, today, today);
        }
        else
            _leftOut++;
    }

    /// <summary>What was seen least, and of that what was seen longest ago, makes room for the new.</summary>
    private void MakeRoom()
    {
        if (_seen.Count < MostCodes)
            return;
        _seen.Remove(_seen.MinBy(seen => (seen.Value.Calls, seen.Value.Last)).Key);
        _leftOut++;
    }

    private static bool IsPlain(string text, int longest) =>
        text.Length <= longest && text.EnumerateRunes().All(sign => sign != Rune.ReplacementChar && Rune.GetUnicodeCategory(sign) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned));

    private static DateOnly DayOf(TimeProvider time, SiteClock clock) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), clock.Zone).DateTime);

    private readonly record struct Sightings(long Calls, DateOnly First, DateOnly Last);
}
