using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Picks the two sizes from which growth is judged.</summary>
internal static class GrowthRule
{
    private const int ShortestDays = 90;
    private const int LongestDays = 730;
    private const int YearDays = 365;

    internal sealed record Pair(Growth Growth, ImmutableArray<Evidence> Evidence)
    {
        /// <summary>What is held against the threshold: the yearly rate, or the plain increase of a short pair.</summary>
        internal decimal Speed => Growth.RatePerYear ?? Growth.Increase;
    }

    /// <summary>
    /// The latest size against the one whose distance is closest to a year, of 90 to 730 days; or against one less than 90 days ago,
    /// where the increase since then is the greater of the two. Null without such a pair of exact, dated sizes.
    /// </summary>
    internal static Pair? Find(SizeSeries series)
    {
        var latest = series.Latest.ToList();
        if (latest.Any(reading => reading.Exact is null))
            return null;
        var pairs = latest.SelectMany(later => series.Readings.Select(earlier => Join(earlier, later))).OfType<Pair>().ToList();
        var yearly = pairs
            .Where(pair => pair.Growth.Days is >= ShortestDays and <= LongestDays)
            .OrderBy(pair => Math.Abs(pair.Growth.Days - YearDays))
            .ThenByDescending(pair => pair.Growth.SameModality)
            .ThenByDescending(pair => pair.Growth.Days)
            .ThenByDescending(pair => pair.Growth.LaterMm)
            .FirstOrDefault();
        var recent = pairs
            .Where(pair => pair.Growth.Days < ShortestDays)
            .OrderByDescending(pair => pair.Growth.Increase)
            .ThenByDescending(pair => pair.Growth.SameModality)
            .FirstOrDefault();
        return yearly is null || (recent is not null && recent.Speed > yearly.Speed) ? recent : yearly;
    }

    private static Pair? Join(SizeReading earlier, SizeReading later) =>
        earlier.Exact is { } first && later.Exact is { } second && first.Day < second.Day
            ? new(new(first.Mm, second.Mm, first.Day, second.Day, earlier.Modality == later.Modality), [later.Evidence, earlier.Evidence])
            : null;
}
