using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>A place to which the tumour has spread.</summary>
internal sealed record Spread(MetastasisSite Site, Evidence Evidence);

/// <summary>Finds metastases and involved nodes: diagnoses, results that name a site, and M1, stage IV or "metastatic" without a site.</summary>
internal sealed class SpreadReader(Chart chart, TumourFacts tumour, TnmReader tnm)
{
    private static readonly ImmutableArray<string> ConceptIds =
    [
        .. Metastases.Diagnoses.Select(diagnosis => diagnosis.ConceptId), "nodes-regional", "nodes-intrathoracic",
        "metastasis-site", "m-category", "stage-group", "net",
    ];

    /// <summary>Metastases, each with its site; the site is unspecified only where no other is known.</summary>
    internal ImmutableArray<Spread> Metastatic => field.IsDefault ? field = FindMetastatic() : field;

    /// <summary>Involved nodes that are no metastasis by themselves.</summary>
    internal ImmutableArray<Evidence> RegionalNodes =>
        field.IsDefault
            ? field = [.. NodesIn("nodes-regional"), .. NodesIn("nodes-intrathoracic").Where(_ => !IntrathoracicIsDistant)]
            : field;

    /// <summary>What could hide further spread.</summary>
    internal Gaps Gaps => chart.GapsIn([DataNeed.Conditions, DataNeed.Pathology], [.. ConceptIds]);

    private bool IntrathoracicIsDistant =>
        tumour.Site is Fact<PrimarySite>.Known { Value: not (PrimarySite.Lung or PrimarySite.Thymus) };

    /// <summary>The dates of every metastasis diagnosed, also of one that is gone by now.</summary>
    internal IEnumerable<Evidence> DiagnosedEver() => FromConditions(_ => true).Select(spread => spread.Evidence);

    private ImmutableArray<Spread> FindMetastatic()
    {
        Spread[] found = [.. FromConditions(condition => condition.IsActive()), .. FromResults(), .. FromStage()];
        var named = found.Where(spread => spread.Site != MetastasisSite.Unspecified).ToArray();
        return [.. named.Length > 0 ? named : found];
    }

    private IEnumerable<Spread> FromConditions(Func<Condition, bool> accept)
    {
        foreach (var condition in chart.Record.All<Condition>())
            if (condition.IsConfirmed() && accept(condition) && !chart.IsFuture(condition.ClinicalDate(chart)))
                foreach (var spread in OfCondition(condition))
                    yield return spread;
    }

    private IEnumerable<Spread> OfCondition(Condition condition)
    {
        var meaning = NetDiagnosis.MeaningOf(condition);
        foreach (var (site, conceptId) in Metastases.Diagnoses)
            if (chart.Match(conceptId, meaning) is var match && match != ConceptMatch.No)
                yield return new(site, EvidenceOf(condition, meaning, match));
        if (IntrathoracicIsDistant && chart.Match("nodes-intrathoracic", meaning) is var nodes && nodes != ConceptMatch.No)
            yield return new(MetastasisSite.DistantNodes, EvidenceOf(condition, meaning, nodes));
    }

    private IEnumerable<Evidence> NodesIn(string conceptId)
    {
        foreach (var condition in chart.Record.All<Condition>())
            if (condition.IsConfirmed() && condition.IsActive() && !chart.IsFuture(condition.ClinicalDate(chart))
                && chart.Match(conceptId, condition.Code) is var match && match != ConceptMatch.No)
                yield return EvidenceOf(condition, condition.Code, match);
    }

    private Evidence EvidenceOf(Condition condition, CodeableConcept? meaning, ConceptMatch match) =>
        new(condition.Self, condition.ClinicalDate(chart), match.ConfidenceOfName(meaning));

    private IEnumerable<Spread> FromResults() =>
        chart.ResultsFor("metastasis-site")
            .Where(result => result.Value.HasValue() && !chart.ValueMeans("metastasis-none-named", result.Value))
            .SelectMany(result => SitesNamed(result).Select(site => new Spread(site, result.Evidence)))
            .Concat(new[] { "disease-status", "m-category" }.SelectMany(chart.ResultsFor)
                .Where(result => chart.Match("metastasis-unspecified", result.Value.ValueCodeableConcept) == ConceptMatch.ByCode)
                .Select(result => new Spread(MetastasisSite.Unspecified, result.Evidence)));

    private IEnumerable<MetastasisSite> SitesNamed(ConceptResult result)
    {
        var named = Metastases.Organs.Where(organ => chart.ValueMeans(organ.ConceptId, result.Value)).Select(organ => organ.Site).ToArray();
        return named.Length > 0 ? named
            : result.Value.Wordings().Any() ? [MetastasisSite.Other]
            : [MetastasisSite.Unspecified];
    }

    private IEnumerable<Spread> FromStage() =>
        new[] { (tnm.StatedM, Mark: "M1"), (tnm.StatedGroup, Mark: "IV") }
            .Where(stated => stated.Item1.Test(value => value.Contains(stated.Mark, StringComparison.Ordinal)) == Truth.Yes)
            .SelectMany(stated => stated.Item1.Evidence)
            .Concat(tnm.StatedExtent.Test(extent => extent == Extent.Metastatic) == Truth.Yes ? tnm.StatedExtent.Evidence : [])
            .Select(evidence => new Spread(MetastasisSite.Unspecified, evidence));
}
