using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Finds more than one primary tumour: diagnoses of different sites, or words that say so.</summary>
internal sealed class SeveralTumours(Chart chart, TumourFacts tumour)
{
    private const string Several = "multiple-tumours";

    internal Fact<bool> Find()
    {
        var found = TrustedEvidence.Of([.. OfDifferentSites(), .. FromDiagnoses(), .. FromReports()]);
        return found.IsEmpty
            ? chart.GapsIn([DataNeed.Conditions, DataNeed.Reports]).NeverUnlessMissing()
            : Fact.Known(true, found);
    }

    private ImmutableArray<Evidence> OfDifferentSites()
    {
        var placed = tumour.Diagnoses
            .Where(diagnosis => !diagnosis.IsSecondary && !diagnosis.Condition.IsProvisional())
            .Select(diagnosis => (Site: SiteOf(diagnosis), diagnosis.Evidence))
            .Where(pair => pair.Site is not null)
            .ToArray();
        return placed.Select(pair => pair.Site).Distinct().Count() > 1 ? [.. placed.Select(pair => pair.Evidence)] : [];
    }

    /// <summary>Null for a diagnosis that names none, or more than one.</summary>
    private PrimarySite? SiteOf(NetDiagnosis diagnosis)
    {
        var meanings = diagnosis.Condition.BodySite.Prepend(diagnosis.Meaning).ToArray();
        foreach (var by in new[] { ConceptMatch.ByCode, ConceptMatch.ByText })
            if (SiteConcepts.All.Where(site => meanings.Any(meaning => chart.Match(SiteConcepts.Of(site), meaning) == by)).ToArray() is { Length: > 0 } sites)
                return sites is [var only] ? only : null;
        return null;
    }

    private IEnumerable<Evidence> FromDiagnoses()
    {
        foreach (var diagnosis in tumour.Diagnoses.Where(diagnosis => !diagnosis.Condition.IsProvisional()))
            if (chart.Match(Several, diagnosis.Condition.Code) is var match and not ConceptMatch.No)
                yield return diagnosis.Evidence with { Confidence = match.ConfidenceOfName(diagnosis.Condition.Code) };
            else if (diagnosis.Condition.Note.Any(note => chart.MeansText(Several, note.Text)))
                yield return diagnosis.Evidence with { Confidence = Confidence.FreeText };
    }

    private IEnumerable<Evidence> FromReports() =>
        from report in chart.Record.All<DiagnosticReport>()
        where report.Counts() && chart.MeansText(Several, report.Conclusion)
        let date = report.ClinicalDate(chart)
        where !chart.IsFuture(date)
        select new Evidence(report.Self, date, Confidence.FreeText);
}
