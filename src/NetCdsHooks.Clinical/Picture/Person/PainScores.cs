using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Reads how severe pain is on a scale of 0 to 10.</summary>
internal static class PainScores
{
    private const string ConceptId = "pain-score";
    private const decimal Worst = 10;

    internal static Fact<Interval<decimal>> Latest(Chart chart) => LatestReading.Of(
        [.. chart.ResultsFor(ConceptId).Where(result => !result.Value.Wordings().Any(NotMeasured.Says)).Select(Read)],
        chart.GapsIn([DataNeed.Status], ConceptId),
        Highest);

    private static Fact<Interval<decimal>> Read(ConceptResult result) =>
        NumberIn(result) is { } score && score.AtMost(Worst) == Truth.Yes ? result.Reads(score) : result.IsUnusable<Interval<decimal>>();

    /// <summary>Of a wording, such as <c>6/10</c> or <c>pain 6</c>, the first number.</summary>
    private static Interval<decimal>? NumberIn(ConceptResult result) =>
        RecordedNumber.Of(result.Value) is { } number
            ? number.Value
            : result.Value.Wordings().Select(FirstNumber).FirstOrDefault(found => found is not null);

    private static Interval<decimal>? FirstNumber(string text) =>
        WrittenNumber.In(text) is [{ IsReadable: true, Low: { } low, High: { } high }, ..] ? new(low, high) : null;

    private static Fact<Interval<decimal>> Highest(ImmutableArray<Fact<Interval<decimal>>.Known> readings) =>
        readings.OrderByDescending(reading => reading.Value.High).ThenByDescending(reading => reading.Value.Low).First();
}
