using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>How the latest value of a marker stands to an earlier one.</summary>
/// <param name="Previous">The earlier value.</param>
/// <param name="Ratio">The latest value divided by it.</param>
internal sealed record MarkerRise(MarkerValue Previous, Interval<decimal> Ratio)
{
    /// <summary>Values closer together tell no course.</summary>
    private const int LeastDays = 30;

    /// <summary>NotRecorded where there is no earlier value that can be compared.</summary>
    internal static Fact<MarkerRise> Of(MarkerSeries series) => series.Latest.Then(latest =>
    {
        if (latest.Value is not { Canonical: { } value, Unit: { } unit, Date: { } date })
            return Fact.Unknown<MarkerRise>(UnknownReason.NotRecorded, latest.Evidence);
        var previous = series.Results
            .Where(other => other.Value.Unit == unit && other.Value.Canonical is not null && IsEarlier(other.Value.Date, date))
            .MaxBy(other => other.Value.Date);
        return previous is null
            ? Fact.Unknown<MarkerRise>(UnknownReason.NotRecorded, latest.Evidence)
            : Fact.Known(new MarkerRise(previous.Value, Divide(value, previous.Value.Canonical!.Value)), latest.Evidence, previous.Evidence);
    });

    private static bool IsEarlier(PartialDate? date, PartialDate latest) =>
        date is { } day && latest.First.DayNumber - day.Last.DayNumber >= LeastDays;

    private static Interval<decimal> Divide(Interval<decimal> value, Interval<decimal> by) => new(
        by.High is decimal.MaxValue or 0 ? 0 : value.Low / by.High,
        value.High == decimal.MaxValue || by.Low == 0 ? decimal.MaxValue : value.High / by.Low,
        value.LowIncluded && by.HighIncluded,
        value.HighIncluded && by.LowIncluded);
}
