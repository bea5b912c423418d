using System.Collections.Immutable;
using System.Diagnostics;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Somatostatin receptors.</summary>
public sealed class ReceptorFacts
{
    private readonly Chart _chart;

    internal ReceptorFacts(Chart chart, ClinicalPicture picture) => _chart = chart;

    public Fact<SstrResult> Sstr => field ??= FindSstr();

    private Fact<SstrResult> FindSstr()
    {
        Fact<SstrStatement>[] statements = [.. FromResults(), .. FromReports()];
        var gaps = _chart.GapsIn([DataNeed.Status, DataNeed.Pathology, DataNeed.Reports], "sstr-result", "sstr-imaging", "pet", "nuclear-medicine");
        var latest = LatestReading.Of(statements, gaps, Decide);
        return latest.Then(statement => statement switch
        {
            SstrStatement.Positive => Fact.Known(SstrResult.Positive, latest.Evidence),
            SstrStatement.Negative => Fact.Known(SstrResult.Negative, latest.Evidence),
            SstrStatement.Mixed => Fact.Known(SstrResult.Mixed, latest.Evidence),
            SstrStatement.Contradictory => Fact.Unknown<SstrResult>(UnknownReason.Conflicting, latest.Evidence),
            _ => throw new UnreachableException($"{statement} is no statement"),
        });
    }

    /// <summary>Of one day, a clear statement counts more than a report that tells of lesions with and without uptake.</summary>
    private static Fact<SstrStatement> Decide(ImmutableArray<Fact<SstrStatement>.Known> statements)
    {
        ImmutableArray<Fact<SstrStatement>.Known> clear = [.. statements.Where(statement => statement.Value != SstrStatement.Contradictory)];
        return LatestReading.Agree(clear.IsEmpty ? statements : clear);
    }

    private IEnumerable<Fact<SstrStatement>> FromResults() =>
        from result in _chart.ResultsFor("sstr-result")
        let statement = SstrStatements.Read(_chart, SstrStatements.TextOf(result.Value))
        where statement is not null
        select result.Reads(statement.Value);

    private IEnumerable<Fact<SstrStatement>> FromReports()
    {
        var kinds = new ImageKinds(_chart);
        var studies = _chart.Record.All<ImagingStudy>().Where(study => study.IsDone(_chart)).ToArray();
        foreach (var report in _chart.Record.All<DiagnosticReport>())
        {
            var date = report.ClinicalDate(_chart);
            if (!report.Counts() || _chart.IsFuture(date) || SstrStatements.Read(_chart, report.Conclusion) is not { } statement)
                continue;
            var study = Array.Find(studies, study => study.Id is not null && report.ImagingStudy.Any(reference => reference.IdOf("ImagingStudy") == study.Id));
            if (kinds.Sstr(ImageSource.Of(report, study, study?.Id, _chart)) is not null)
                yield return Fact.Known(statement, new Evidence(report.Self, date, Confidence.FreeText));
        }
    }
}
