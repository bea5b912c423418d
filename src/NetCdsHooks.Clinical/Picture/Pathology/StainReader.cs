using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Finds the result of an immunostain; focal counts as positive. Reports are read only where no result says it.</summary>
internal sealed class StainReader(Chart chart)
{
    private static readonly char[] Sentences = ['.', ';', '\n'];

    /// <param name="conceptId">The stain as a result.</param>
    /// <param name="inReports">What it is called in a pathology report, where nobody needs to say that tissue was stained.</param>
    internal Fact<Stain> Read(string conceptId, string? inReports = null)
    {
        var readings = chart.ResultsFor(conceptId).Select(Reading).ToArray();
        if (readings.OfType<Fact<Stain>.Known>().Any())
            return LatestReading.Of(readings, chart.GapsIn([DataNeed.Pathology], conceptId), AnyPositive);
        var narrative = chart.PathologyNarrative()
            .SelectMany(text => text.Text.Split(Sentences).Select(sentence => (Text: text, Sentence: sentence)))
            .Where(item => chart.MeansText(inReports ?? conceptId, item.Sentence))
            .Select(item => OfText(item.Sentence) is { } stain ? item.Text.Reads(stain) : Fact.Unknown<Stain>(UnknownReason.Unusable, item.Text.Evidence));
        var gaps = chart.GapsIn([DataNeed.Pathology, DataNeed.Reports], conceptId, "pathology-report");
        return LatestReading.Of([.. readings, .. narrative], gaps, AnyPositive);
    }

    private Fact<Stain> Reading(ConceptResult result) =>
        chart.ValueMeans("stain-positive", result.Value) || result.Value.ValueBoolean is true ? result.Reads(Stain.Positive)
        : chart.ValueMeans("stain-negative", result.Value) || result.Value.ValueBoolean is false ? result.Reads(Stain.Negative)
        : result.IsUnusable<Stain>();

    private Stain? OfText(string text) =>
        chart.MeansText("stain-positive", text) ? Stain.Positive
        : chart.MeansText("stain-negative", text) ? Stain.Negative
        : null;

    private static Fact<Stain> AnyPositive(ImmutableArray<Fact<Stain>.Known> readings) =>
        LatestReading.Best(readings.Any(reading => reading.Value == Stain.Positive)
            ? readings.Where(reading => reading.Value == Stain.Positive)
            : readings);
}
