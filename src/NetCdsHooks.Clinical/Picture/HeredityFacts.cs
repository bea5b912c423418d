using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Hereditary syndromes, and whether they were looked for in the patient and the family.</summary>
public sealed class HeredityFacts
{
    private readonly Chart _chart;

    internal HeredityFacts(Chart chart) => _chart = chart;

    public Fact<Men1Screening> Men1 => field ??= FindMen1();

    /// <summary>Von Hippel-Lindau syndrome.</summary>
    public Fact<bool> Vhl => field ??= _chart.HasCondition("vhl", _ => true);

    /// <summary>The family was asked about MEN1, be it only to deny it.</summary>
    public Fact<bool> FamilyScreening => field ??=
        TrustedEvidence.Of(_chart.FamilyNaming("men1-named")) is { IsEmpty: false } named
            ? Fact.Known(true, named)
            : _chart.GapsIn([DataNeed.Family]).NeverUnlessMissing();

    private Men1Records Records => field ??= new(_chart);

    /// <summary>
    /// Whether the question stands like this. One trace of it proves that it was asked, whatever else could not be retrieved;
    /// a search for relatives does not diagnose the patient.
    /// </summary>
    internal Truth Men1Is(Men1Screening state) =>
        state == Men1Screening.NotScreened && !Records.All.IsEmpty ? Truth.No
        : state == Men1Screening.Pending && Records.All.Any(record => record.Says != state) ? Truth.No
        : state == Men1Screening.Diagnosed && !DiagnosisGaps.Any && EvidenceFor(state).IsEmpty ? Truth.No
        : Men1.Test(value => value == state);

    private Gaps DiagnosisGaps =>
        _chart.GapsIn([DataNeed.Conditions, DataNeed.Pathology, DataNeed.Reports], "men1", "men1-named", "men1-gene-test", "genetic-assessment");

    /// <summary>A diagnosis stands for itself; that there is none, only an answered record can tell.</summary>
    private Fact<Men1Screening> FindMen1()
    {
        var diagnosed = EvidenceFor(Men1Screening.Diagnosed);
        ImmutableArray<Evidence> refuted = [.. Records.Refuted];
        if (!diagnosed.IsEmpty)
            return refuted.IsEmpty
                ? Fact.Known(Men1Screening.Diagnosed, diagnosed)
                : Fact.Unknown<Men1Screening>(UnknownReason.Conflicting, [.. diagnosed, .. refuted]);
        ImmutableArray<Evidence> all = [.. Records.All.Select(record => record.Evidence)];
        if (DiagnosisGaps is { Any: true } diagnoses)
            return diagnoses.MissingBeside<Men1Screening>(all);
        foreach (var state in new[] { Men1Screening.ScreenedNegative, Men1Screening.Screened })
            if (EvidenceFor(state) is { IsEmpty: false } evidence)
                return Fact.Known(state, evidence);
        var visits = _chart.GapsIn([DataNeed.Procedures, DataNeed.ServiceRequests, DataNeed.Appointments, DataNeed.Family], "men1-gene-test", "genetic-assessment");
        return visits.Any ? visits.MissingBeside<Men1Screening>(all)
            : EvidenceFor(Men1Screening.Pending) is { IsEmpty: false } pending ? Fact.Known(Men1Screening.Pending, pending)
            : Fact.Known(Men1Screening.NotScreened);
    }

    private ImmutableArray<Evidence> EvidenceFor(Men1Screening state) =>
        TrustedEvidence.Of(Records.All.Where(record => record.Says == state).Select(record => record.Evidence));
}
