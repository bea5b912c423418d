using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>
/// Finds where the tumour began: from the code of the diagnosis, its body site, other diagnoses of a NET,
/// the site of the tissue, the operation, and last the wording of the diagnosis. The first of these that tells decides.
/// </summary>
internal sealed class SiteReader(Chart chart, TumourFacts tumour)
{
    private static readonly ImmutableArray<string> TissueResults =
        ["ki67", "tumour-morphology", "grade-reported", "mitoses-per-mm2", "mitoses-per-10-hpf", "mitoses-unspecified", "ihc-synaptophysin", "ihc-chromogranin"];

    private static readonly ImmutableArray<(PrimarySite Site, string ConceptId)> Resections =
    [
        (PrimarySite.Pancreas, "resection-pancreas"),
        (PrimarySite.Duodenum, "resection-duodenum"),
        (PrimarySite.SmallIntestine, "resection-small-intestine"),
        (PrimarySite.Appendix, "resection-appendix"),
        (PrimarySite.Colon, "resection-colon"),
        (PrimarySite.Rectum, "resection-rectum"),
        (PrimarySite.Stomach, "resection-stomach"),
        (PrimarySite.Lung, "resection-lung"),
        (PrimarySite.Thymus, "resection-thymus"),
    ];

    internal static ImmutableArray<string> ConceptIds { get; } = [.. SiteConcepts.All.Select(SiteConcepts.Of)];

    internal Fact<PrimarySite> Site => field ??= FindSite();

    internal Fact<bool> Midgut => field ??= FindMidgut();

    private IEnumerable<NetDiagnosis> OtherDiagnoses => tumour.Diagnoses.Where(other => other.IsActive && !tumour.PrimaryDiagnoses.Contains(other));

    private Fact<PrimarySite> FindSite()
    {
        var conditions = chart.GapsIn([DataNeed.Conditions], ["net", .. ConceptIds]);
        if (FromDiagnoses() is { } stated)
            return stated;
        if (conditions.Any)
            return conditions.NotRecordedUnlessMissing<PrimarySite>();
        return Decide(FromTissue())
            ?? Decide(FromOperations())
            ?? Decide(tumour.PrimaryDiagnoses.SelectMany(FromWording))
            ?? Decide(OtherDiagnoses.SelectMany(FromWording))
            ?? chart.GapsIn([DataNeed.Pathology, DataNeed.Procedures], [.. TissueResults, .. Resections.Select(resection => resection.ConceptId)])
                .NotRecordedUnlessMissing<PrimarySite>();
    }

    private Fact<PrimarySite>? FromDiagnoses() =>
        Decide(tumour.PrimaryDiagnoses.SelectMany(diagnosis => ByCode(diagnosis.Meaning, diagnosis.Evidence)))
        ?? Decide(tumour.PrimaryDiagnoses.SelectMany(FromBodySite))
        ?? Decide(OtherDiagnoses.SelectMany(diagnosis => ByCode(diagnosis.Meaning, diagnosis.Evidence)))
        ?? Decide(OtherDiagnoses.SelectMany(FromBodySite));

    private static Fact<PrimarySite>? Decide(IEnumerable<Fact<PrimarySite>.Known> readings)
    {
        ImmutableArray<Fact<PrimarySite>.Known> found = [.. readings];
        return found.IsEmpty ? null : LatestReading.Agree(found);
    }

    private IEnumerable<Fact<PrimarySite>.Known> ByCode(CodeableConcept meaning, Evidence evidence) =>
        Read(meaning, evidence, ConceptMatch.ByCode);

    private IEnumerable<Fact<PrimarySite>.Known> FromBodySite(NetDiagnosis diagnosis) =>
        diagnosis.Condition.BodySite.SelectMany(site => ByCodeElseText(site, diagnosis.Evidence));

    private IEnumerable<Fact<PrimarySite>.Known> FromWording(NetDiagnosis diagnosis) =>
        Read(diagnosis.Meaning, diagnosis.Evidence, ConceptMatch.ByText);

    private IEnumerable<Fact<PrimarySite>.Known> FromTissue() =>
        from conceptId in TissueResults
        from result in chart.ResultsFor(conceptId)
        let site = result.Source.BodySite ?? result.Source.Resolve<Specimen>(result.Source.Specimen)?.Collection?.BodySite
        where site is not null
        from reading in ByCodeElseText(site, result.Evidence)
        select reading;

    /// <summary>An operation for the NET tells the site when it removes one possible organ only.</summary>
    private IEnumerable<Fact<PrimarySite>.Known> FromOperations()
    {
        foreach (var procedure in chart.Record.All<Procedure>())
        {
            var date = procedure.ClinicalDate(chart);
            if (!procedure.IsDone() || chart.IsFuture(date) || !IsForTumour(procedure))
                continue;
            var sites = Resections.Where(resection => chart.Means(resection.ConceptId, procedure.Code)).ToArray();
            if (sites is [var (site, conceptId)])
                yield return Known(site, new(procedure.Self, date, chart.Match(conceptId, procedure.Code).ConfidenceOfName(procedure.Code)));
        }
    }

    private bool IsForTumour(Procedure procedure) =>
        procedure.ReasonCode.Any(reason => chart.Means("net", reason))
        || procedure.ReasonReference.Any(reason => tumour.Diagnoses.Any(diagnosis => diagnosis.Condition.Id == reason.IdOf("Condition")));

    private IEnumerable<Fact<PrimarySite>.Known> ByCodeElseText(CodeableConcept site, Evidence evidence)
    {
        var byCode = ByCode(site, evidence).ToArray();
        return byCode.Length > 0 ? byCode : Read(site, evidence, ConceptMatch.ByText);
    }

    private IEnumerable<Fact<PrimarySite>.Known> Read(CodeableConcept meaning, Evidence evidence, ConceptMatch by) =>
        SiteConcepts.All.Where(site => chart.Match(SiteConcepts.Of(site), meaning) == by).Select(site => Known(site, evidence));

    private static Fact<PrimarySite>.Known Known(PrimarySite site, Evidence evidence) => new(site) { Evidence = [evidence] };

    private Fact<bool> FindMidgut()
    {
        foreach (var diagnosis in tumour.PrimaryDiagnoses)
            if (diagnosis.Condition.BodySite.Prepend(diagnosis.Meaning).Any(meaning => chart.Match("midgut", meaning) == ConceptMatch.ByCode))
                return Fact.Known(true, diagnosis.Evidence);
        return Site switch
        {
            Fact<PrimarySite>.Known { Value: PrimarySite.SmallIntestine or PrimarySite.Appendix } => Fact.Known(true, Site.Evidence),
            Fact<PrimarySite>.Known { Value: not PrimarySite.Colon } => Fact.Known(false, Site.Evidence),
            _ => FromMidgutWording() ?? UnknownMidgut(),
        };
    }

    private Fact<bool>? FromMidgutWording() =>
        tumour.PrimaryDiagnoses
            .Where(diagnosis => diagnosis.Condition.BodySite.Prepend(diagnosis.Meaning).Any(meaning => chart.Means("midgut", meaning)))
            .Select(diagnosis => Fact.Known(true, diagnosis.Evidence))
            .FirstOrDefault();

    /// <summary>A colon whose part is not stated may or may not be midgut.</summary>
    private Fact<bool> UnknownMidgut() =>
        Site is Fact<PrimarySite>.Known ? Fact.Unknown<bool>(UnknownReason.NotRecorded, Site.Evidence) : Fact.UnknownLike<bool>(Site);
}
