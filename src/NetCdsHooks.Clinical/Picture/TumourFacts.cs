using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Whether there is a NET, where it began and where the patient stands with it.</summary>
public sealed class TumourFacts
{
    private readonly Chart _chart;

    internal TumourFacts(Chart chart, ClinicalPicture picture) => _chart = chart;

    /// <summary>Known(None) when the answered problem list names none; excluded histologies (Merkel cell ...) count as none.</summary>
    public Fact<NetStatus> Status => field ??= FindStatus();

    /// <summary>Two different sites of equal rank are Conflicting.</summary>
    public Fact<PrimarySite> Site => field ??= Sites.Site;

    public Fact<bool> Midgut => field ??= Sites.Midgut;

    /// <summary>More than one primary NET.</summary>
    public Fact<bool> Several => field ??= new SeveralTumours(_chart, this).Find();

    /// <summary>A NET is coded in a way that leaves its primary site open, such as a secondary one or "midgut, unspecified".</summary>
    public Fact<bool> Unplaced => field ??=
        TrustedEvidence.Of(Diagnoses.Where(diagnosis => diagnosis.Condition.IsActive() && _chart.Match("net-unplaced", diagnosis.Meaning) == ConceptMatch.ByCode)
            .Select(diagnosis => diagnosis.Evidence)) is { IsEmpty: false } unplaced
            ? Fact.Known(true, unplaced)
            : _chart.GapsIn([DataNeed.Conditions], "net").NeverUnlessMissing();

    /// <summary>The condition of the tumour in question, such as <c>Condition/net</c>; null when there is none with an id.</summary>
    public string? IndexCondition => IndexTumour is { Id: not null } condition ? condition.Self : null;

    internal Condition? IndexTumour => IndexDiagnoses is [var first, ..] ? first.Condition : null;

    /// <summary>Every condition that names a NET and counts.</summary>
    internal ImmutableArray<NetDiagnosis> Diagnoses =>
        field.IsDefault
            ? field = [.. _chart.Record.All<Condition>().Select(condition => NetDiagnosis.Of(condition, _chart)).OfType<NetDiagnosis>()]
            : field;

    /// <summary>
    /// The active diagnosis recorded last, before one in remission, before one still suspected; the tumour itself before its metastases,
    /// and a coded diagnosis before one in words. Several when recorded on the same day.
    /// </summary>
    internal ImmutableArray<NetDiagnosis> IndexDiagnoses => field.IsDefault ? field = FindIndex() : field;

    /// <summary>
    /// What names the tumour itself: the index diagnoses, or the primary in remission where only its metastases are active.
    /// </summary>
    internal ImmutableArray<NetDiagnosis> PrimaryDiagnoses => field.IsDefault ? field = FindPrimary() : field;

    private SiteReader Sites => field ??= new(_chart, this);

    private ImmutableArray<NetDiagnosis> FindIndex()
    {
        var first = Diagnoses
            .Where(diagnosis => !diagnosis.Condition.IsProvisional() || diagnosis.Condition.IsActive())
            .GroupBy(diagnosis => (Rank: RankOf(diagnosis), diagnosis.IsSecondary, IsText: diagnosis.Evidence.Confidence == Confidence.FreeText))
            .OrderBy(group => group.Key.Rank)
            .ThenBy(group => group.Key.IsSecondary)
            .ThenBy(group => group.Key.IsText)
            .FirstOrDefault();
        if (first is null)
            return [];
        var latest = first.Max(RecordedOn);
        return [.. first.Where(diagnosis => RecordedOn(diagnosis) == latest).OrderBy(diagnosis => diagnosis.Condition.Id, StringComparer.Ordinal)];
    }

    private ImmutableArray<NetDiagnosis> FindPrimary()
    {
        ImmutableArray<NetDiagnosis> primary = IndexDiagnoses.All(diagnosis => diagnosis.IsSecondary)
            ? [.. Diagnoses.Where(diagnosis => !diagnosis.IsSecondary && !diagnosis.Condition.IsProvisional())]
            : [];
        return primary.IsEmpty ? IndexDiagnoses : primary;
    }

    private static int RankOf(NetDiagnosis diagnosis) =>
        diagnosis.IsActive ? 0 : !diagnosis.Condition.IsProvisional() ? 1 : 2;

    private PartialDate? RecordedOn(NetDiagnosis diagnosis) =>
        diagnosis.Condition.RecordedOn(_chart) ?? diagnosis.Condition.ClinicalDate(_chart);

    private Fact<NetStatus> FindStatus()
    {
        if (IndexDiagnoses is [var index, ..] && index.IsActive)
            return Fact.Known(NetStatus.Active, TrustedEvidence.Of([index.Evidence, .. Diagnoses.Where(other => other.IsActive).Select(other => other.Evidence)])[0]);
        var gaps = _chart.GapsIn([DataNeed.Conditions], ["net", "net-history", "carcinoid-syndrome", .. SiteReader.ConceptIds]);
        if (gaps.Any)
            return gaps.NotRecordedUnlessMissing<NetStatus>();
        if (IndexDiagnoses is [var past, ..] && !past.Condition.IsProvisional())
            return Fact.Known(NetStatus.Remission, past.Evidence);
        return FindHistory() ?? FindSuspicion() ?? Fact.Known(NetStatus.None);
    }

    private Fact<NetStatus>? FindSuspicion()
    {
        if (IndexDiagnoses.FirstOrDefault(diagnosis => diagnosis.Condition.IsActive()) is { } provisional)
            return Fact.Known(NetStatus.Suspected, provisional.Evidence);
        return FindCondition("carcinoid-syndrome", condition => condition.IsActive()) is { } syndrome
            ? Fact.Known(NetStatus.Suspected, syndrome)
            : null;
    }

    private Fact<NetStatus>? FindHistory() =>
        FindCondition("net-history", condition => !condition.IsProvisional()) is { } history ? Fact.Known(NetStatus.History, history) : null;

    private Evidence? FindCondition(string conceptId, Func<Condition, bool> accept)
    {
        foreach (var condition in _chart.Record.All<Condition>())
            if (condition.Counts() && accept(condition) && _chart.Match(conceptId, condition.Code) is var match && match != ConceptMatch.No)
                return new(condition.Self, condition.ClinicalDate(_chart), match == ConceptMatch.ByText ? Confidence.FreeText : Confidence.Coded);
        return null;
    }
}
