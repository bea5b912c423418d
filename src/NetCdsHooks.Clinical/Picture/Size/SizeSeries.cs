using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>The sizes of one tumour, or of what is taken for one, oldest first; undated ones come before all others.</summary>
internal sealed record SizeSeries(ImmutableArray<SizeReading> Readings)
{
    /// <summary>Those of the latest day.</summary>
    internal IEnumerable<SizeReading> Latest => Readings.Where(reading => reading.Date == Readings[^1].Date);

    /// <summary>What is known of the largest of the latest day; null when it means nothing.</summary>
    internal Interval<decimal>? LatestSize =>
        Latest.Select(reading => reading.Millimetres).OfType<Interval<decimal>>() is var sizes && sizes.Any()
            ? sizes.Aggregate(SizeIntervals.Larger)
            : null;

    /// <summary>
    /// One series per focus, else per body site. Nothing tells several tumours of one site apart when nobody named them.
    /// </summary>
    internal static ImmutableArray<SizeSeries> Of(IEnumerable<SizeReading> readings) =>
    [
        .. readings.GroupBy(reading => reading.Tumour)
            .Select(group => new SizeSeries([.. group.OrderBy(reading => reading.Date is null ? 0 : 1).ThenBy(reading => reading.Date)])),
    ];

    /// <summary>
    /// Whether the sizes are known to be of one tumour: all name it, or nobody names any and no day has two different sizes
    /// by the same method.
    /// </summary>
    internal bool IsOneTumour(ImmutableArray<SizeSeries> all) =>
        Readings[0].Tumour.ByFocus
        || (!all.Any(other => other.Readings[0].Tumour.ByFocus)
            && Readings.Where(reading => reading.Date is not null)
                .GroupBy(reading => (reading.Date, reading.Modality))
                .All(day => day.Select(reading => reading.Millimetres).Distinct().Count() == 1));
}
