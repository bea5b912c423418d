using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>
/// Finds what shows that tissue was examined: a pathology report, a result that only tissue can give, a diagnosis that rests on histology,
/// or a biopsy that was done, even without a report.
/// </summary>
internal sealed class HistologyReader(Chart chart, TumourFacts tumour)
{
    private static readonly ImmutableArray<string> TissueResults =
    [
        "tumour-morphology", "ki67", "mitoses-per-mm2", "mitoses-per-10-hpf", "mitoses-unspecified", "ihc-synaptophysin", "ihc-chromogranin",
    ];

    internal Fact<bool> Read()
    {
        var shown = FromReports().Concat(FromResults()).Concat(FromDiagnoses()).Concat(FromBiopsies()).ToArray();
        return shown.Length > 0
            ? LatestReading.Best(shown)
            : chart.GapsIn(
                [DataNeed.Reports, DataNeed.Pathology, DataNeed.Conditions, DataNeed.Procedures],
                ["pathology-report", "histology-test", "biopsy", "net", .. TissueResults]).NeverUnlessMissing();
    }

    private IEnumerable<Fact<bool>.Known> FromReports() =>
        chart.PathologyReports().Select(report => Shown(report.Evidence))
            .Concat(chart.ResultsFor("pathology-report").Where(result => result.Value.HasValue()).Select(result => Shown(result.Evidence)));

    private IEnumerable<Fact<bool>.Known> FromResults() =>
        from conceptId in TissueResults
        from result in chart.ResultsFor(conceptId)
        where result.Value.HasValue()
        select Shown(result.Evidence);

    private IEnumerable<Fact<bool>.Known> FromDiagnoses() =>
        tumour.Diagnoses
            .Where(diagnosis => diagnosis.HasHistology
                || diagnosis.Condition.Evidence.SelectMany(evidence => evidence.Code).Any(code => chart.Means("histology-test", code)))
            .Select(diagnosis => Shown(diagnosis.Evidence));

    private IEnumerable<Fact<bool>.Known> FromBiopsies()
    {
        foreach (var procedure in chart.Record.All<Procedure>())
        {
            var match = chart.Match("biopsy", procedure.Code);
            var date = procedure.ClinicalDate(chart);
            if (match != ConceptMatch.No && procedure.IsDone() && !chart.IsFuture(date))
                yield return Shown(new(procedure.Self, date, match.ConfidenceOfName(procedure.Code)));
        }
    }

    private static Fact<bool>.Known Shown(Evidence evidence) => new(true) { Evidence = [evidence] };
}
