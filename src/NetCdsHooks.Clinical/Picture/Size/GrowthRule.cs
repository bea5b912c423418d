using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Picks the two sizes from which growth is judged.</summary>
internal static class GrowthRule
{
    private const int ShortestDays = Growth.ShortestDays;
    private const int LongestDays = 730;
    private const int YearDays = 365;

    /// <summary>mm a year, or mm within less than 90 days.</summary>
    private const decimal Fast = 5;

    internal sealed record Pair(Growth Growth, ImmutableArray<Evidence> Evidence)
    {
        /// <summary>What is held against the threshold: the yearly rate, or the plain increase of a short pair; the slowest that the dates allow.</summary>
        internal decimal Speed => Growth.RatePerYear ?? Growth.Increase;

        internal int FromAYear => Math.Max(Math.Abs(Growth.Days - YearDays), Math.Abs(Growth.LeastDays - YearDays));

        internal bool IsRecent => Growth is { LeastDays: > 0, Days: < ShortestDays };

        /// <summary>On every day that the dates allow. What may be a short pair grew enough for one, too.</summary>
        internal bool IsYearly => Growth is { LeastDays: > 0, Days: >= ShortestDays and <= LongestDays }
            && (Growth.LeastDays >= ShortestDays || Growth.Increase >= Fast);

        /// <summary>Whether some of the possible days make it fast, but not all.</summary>
        internal bool IsInDoubt
        {
            get
            {
                if (IsYearly && Growth.RatePerYear >= Fast)
                    return false;
                var increase = Growth.LeastDays > 0 ? Growth.Increase : Math.Abs(Growth.Increase);
                var fewest = Math.Max(Growth.LeastDays, ShortestDays);
                return (Growth.LeastDays < ShortestDays && increase >= Fast)
                    || (fewest <= Math.Min(Growth.Days, LongestDays) && decimal.Round(increase * 365 / fewest, 1, MidpointRounding.AwayFromZero) >= Fast);
            }
        }
    }

    /// <summary>
    /// The latest size against the one whose distance is closest to a year, of 90 to 730 days; or against one less than 90 days ago,
    /// where the increase since then is the greater of the two. Null without such a pair of exact, dated sizes.
    /// </summary>
    internal static Pair? Find(SizeSeries series)
    {
        var pairs = Pairs(series);
        var yearly = Yearly(pairs);
        var recent = pairs
            .Where(pair => pair.IsRecent)
            .OrderByDescending(pair => pair.Growth.Increase)
            .ThenByDescending(pair => pair.Growth.SameModality)
            .FirstOrDefault();
        return yearly is null || (recent is not null && recent.Speed > yearly.Speed) ? recent : yearly;
    }

    /// <summary>The sizes with vague dates that leave it open whether the tumour grew fast; none where it surely did.</summary>
    internal static ImmutableArray<Evidence> InDoubt(SizeSeries series)
    {
        var pairs = Pairs(series);
        if (pairs.Any(pair => pair.IsRecent && pair.Growth.Increase >= Fast))
            return [];
        var yearly = Yearly(pairs);
        var open = pairs.Where(pair => pair.IsInDoubt && (yearly is null || pair == yearly || pair.Growth.LeastDays < ShortestDays));
        return [.. open.SelectMany(pair => pair.Evidence).Where(evidence => evidence.Date is { IsExact: false }).Distinct()];
    }

    private static Pair? Yearly(ImmutableArray<Pair> pairs) => pairs
        .Where(pair => pair.IsYearly)
        .OrderBy(pair => pair.FromAYear)
        .ThenByDescending(pair => pair.Growth.SameModality)
        .ThenByDescending(pair => pair.Growth.Days)
        .ThenByDescending(pair => pair.Growth.LaterMm)
        .FirstOrDefault();

    /// <summary>Each size that may be the latest with each other one; none where one of the latest is no exact number.</summary>
    private static ImmutableArray<Pair> Pairs(SizeSeries series)
    {
        var lastSurely = series.Readings.Max(reading => reading.Date?.First);
        var latest = series.Readings.Where(reading => lastSurely is null || reading.Date?.Last >= lastSurely).ToList();
        return latest.Any(reading => reading.Measured is null)
            ? []
            : [.. latest.SelectMany(later => series.Readings.Select(earlier => Join(earlier, later))).OfType<Pair>()];
    }

    private static Pair? Join(SizeReading earlier, SizeReading later) =>
        earlier.Measured is { } first && later.Measured is { } second && first.Date.First <= second.Date.First && first.Date != second.Date
            ? new(new(first.Mm, second.Mm, first.Date, second.Date, earlier.Modality == later.Modality), [later.Evidence, earlier.Evidence])
            : null;
}
