using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Chooses among several readings of one property. Each reading is a fact with the one piece of evidence it was read from.</summary>
internal static class LatestReading
{
    /// <summary>
    /// Decides among the usable readings of the latest date. With a gap the latest is not known, but the evidence shows that there is one.
    /// </summary>
    internal static Fact<T> Of<T>(IReadOnlyCollection<Fact<T>> readings, Gaps gaps, Func<ImmutableArray<Fact<T>.Known>, Fact<T>> decide)
        where T : notnull
    {
        if (readings.Count == 0)
            return gaps.NotRecordedUnlessMissing<T>();
        ImmutableArray<Evidence> evidence = [.. readings.SelectMany(reading => reading.Evidence)];
        if (gaps.Any)
            return Fact.Missing<T>(gaps.Reason, gaps.Needs) with { Evidence = evidence };
        var usable = readings.OfType<Fact<T>.Known>().ToArray();
        return usable.Length == 0 ? Fact.Unknown<T>(UnknownReason.Unusable, evidence) : decide(LatestOf(usable));
    }

    /// <summary>As <see cref="Of"/>, where readings of the same date that differ exclude each other.</summary>
    internal static Fact<T> OfAgreeing<T>(IReadOnlyCollection<Fact<T>> readings, Gaps gaps)
        where T : notnull => Of(readings, gaps, Agree);

    /// <summary>The readings of the latest date; dates too vague to be told apart count as the same, undated ones as the oldest.</summary>
    internal static ImmutableArray<Fact<T>.Known> LatestOf<T>(IEnumerable<Fact<T>.Known> readings)
        where T : notnull
    {
        var all = readings.ToArray();
        var latest = all.Max(DateOf);
        return [.. all.Where(reading => latest is null || (DateOf(reading) is { } date && date.Last >= latest.Value.First))];
    }

    /// <summary>The common value on the best evidence, or a conflict.</summary>
    internal static Fact<T> Agree<T>(ImmutableArray<Fact<T>.Known> readings)
        where T : notnull =>
        readings.Select(reading => reading.Value).Distinct().Count() == 1
            ? Best(readings)
            : Fact.Unknown<T>(UnknownReason.Conflicting, [.. readings.SelectMany(reading => reading.Evidence)]);

    /// <summary>The one with the most trustworthy, then the latest evidence.</summary>
    internal static Fact<T>.Known Best<T>(IEnumerable<Fact<T>.Known> readings)
        where T : notnull =>
        readings.OrderByDescending(reading => reading.Evidence.Max(evidence => evidence.Confidence)).ThenByDescending(DateOf).First();

    internal static PartialDate? DateOf<T>(Fact<T>.Known reading)
        where T : notnull => reading.Evidence.Max(evidence => evidence.Date);
}
