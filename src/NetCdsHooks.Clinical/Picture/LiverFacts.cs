using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>How much tumour there is, in the liver and altogether.</summary>
public sealed class LiverFacts
{
    private readonly Chart _chart;

    internal LiverFacts(Chart chart) => _chart = chart;

    /// <summary>Number of metastases in the liver.</summary>
    public Fact<Interval<decimal>> LesionCount => field ??= new LiverLesionReader(_chart).Read();

    /// <summary>A report or note speaks of a high tumour burden.</summary>
    public Fact<bool> HighTumourBurden => field ??= FindBurden();

    private Fact<bool> FindBurden()
    {
        Evidence[] told =
        [
            .. from report in _chart.Record.All<DiagnosticReport>()
               where report.Counts() && _chart.MeansText("high-tumour-burden", report.Conclusion)
               select new Evidence(report.Self, report.ClinicalDate(_chart), Confidence.FreeText),
            .. from condition in _chart.Record.All<Condition>()
               where condition.IsConfirmed() && condition.Note.Select(note => note.Text).Append(condition.Code?.Text).Any(text => _chart.MeansText("high-tumour-burden", text))
               select new Evidence(condition.Self, condition.ClinicalDate(_chart), Confidence.FreeText),
        ];
        return told.Where(evidence => !_chart.IsFuture(evidence.Date)).MaxBy(evidence => evidence.Date) is { } last
            ? Fact.Known(true, last)
            : _chart.GapsIn([DataNeed.Reports, DataNeed.Conditions]).NeverUnlessMissing();
    }
}
