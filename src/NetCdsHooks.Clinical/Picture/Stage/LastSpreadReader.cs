using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Finds when the disease last spread, came back or grew worse.</summary>
internal sealed class LastSpreadReader(Chart chart, TumourFacts tumour, SpreadReader spread)
{
    internal Fact<PartialDate> Read()
    {
        var readings = spread.DiagnosedEver().Concat(Recurrences()).Concat(Worsenings())
            .Where(evidence => evidence.Date is not null && !chart.IsFuture(evidence.Date))
            .Select(evidence => Fact.Known(evidence.Date!.Value, evidence))
            .ToArray();
        ImmutableArray<string> concepts = ["net", "disease-status", .. Metastases.Diagnoses.Select(diagnosis => diagnosis.ConceptId)];
        return LatestReading.Of(readings, chart.GapsIn([DataNeed.Conditions, DataNeed.Status], [.. concepts]), Last);
    }

    /// <summary>The onset of a tumour that came back is the onset of the first one, so the day of record counts.</summary>
    private IEnumerable<Evidence> Recurrences() =>
        tumour.Diagnoses
            .Where(diagnosis => diagnosis.IsActive && diagnosis.Condition.IsRecurrence())
            .Select(diagnosis => diagnosis.Evidence with { Date = diagnosis.Condition.RecordedOn(chart) ?? diagnosis.Evidence.Date });

    private IEnumerable<Evidence> Worsenings() =>
        chart.ResultsFor("disease-status")
            .Where(result => chart.ValueMeans("disease-worsened", result.Value))
            .Select(result => result.Evidence);

    private static Fact<PartialDate> Last(ImmutableArray<Fact<PartialDate>.Known> readings)
    {
        var last = readings.Max(reading => reading.Value);
        return LatestReading.Best(readings.Where(reading => reading.Value == last));
    }
}
