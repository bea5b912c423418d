using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>How the disease goes: progression, symptoms, bone, bowel (codes part 2).</summary>
internal sealed class CourseTold(Judge judge)
{
    private const string Worse = "snomed|271299001";

    private IEnumerable<(string Says, string? Date)> Statements =>
        judge.Results(FindingKinds.DiseaseStatus).Select(result => (result.Coded!, result.Date))
            .Concat(judge.Patient.Reports.Where(report => report.Counts && report.Conclusion == "Progressive disease." && !Calendar.IsFuture(report.Date, judge.Today))
                .Select(report => (Worse, report.Date)));

    private (string Says, string? Date)[] Latest
    {
        get
        {
            var all = Statements.ToArray();
            var last = Calendar.Latest(all.Select(statement => statement.Date));
            return [.. all.Where(statement => last is null || Days.Read(statement.Date)?.Last >= last.Value.First)];
        }
    }

    /// <summary>The latest word on it is that it grew worse.</summary>
    internal Verdict HasProgressed =>
        judge.Gap(DataNeed.Status, DataNeed.Reports) ? Verdict.NotAsked
        : Latest.Select(statement => statement.Says).Distinct().ToArray() is not [var says] ? Verdict.NotTold
        : Verdicts.Of(says == Worse);

    /// <summary>It grew worse after a depot analogue was begun. Reports, plans and notes may tell of symptoms that go on.</summary>
    internal Verdict HasAnalogueFailed => Verdicts.All(
        Verdicts.Recorded(judge.Drugs.WasEverOnDepot),
        Verdicts.Any(
            Verdicts.Found(false, judge.Gap(DataNeed.Reports, DataNeed.Procedures, DataNeed.CarePlans, DataNeed.Conditions)),
            Verdicts.All(HasProgressed, WasOnDepotBeforeIt)));

    private Verdict WasOnDepotBeforeIt =>
        judge.Gap(DataNeed.Status, DataNeed.Reports) ? Verdict.NotAsked
        : Calendar.Latest(Latest.Select(statement => statement.Date)) is { } worse ? judge.Drugs.WasOnDepotBefore(worse)
        : Verdict.NotTold;

    /// <summary>Told in words only.</summary>
    internal Verdict HasHighBurden => Verdicts.Found(false, judge.Gap(DataNeed.Conditions, DataNeed.Reports));

    internal Verdict HasObstruction => Has(Mark.BowelObstruction);

    internal Verdict HasBoneMetastases => Verdicts.Found(
        judge.Patient.Diagnoses.Any(diagnosis => diagnosis.IsActive && diagnosis.Kind.Spread == Spread.Bone), judge.Gap(DataNeed.Conditions, DataNeed.Pathology));

    /// <summary>Coded pain of a neoplasm, a score of 4 or more, or an opioid.</summary>
    internal Verdict IsInPain => Verdicts.Any(
        Has(Mark.NeoplasmPain),
        judge.Drugs.IsOnOpioid,
        judge.Gap(DataNeed.Status) ? Verdict.NotAsked : Verdicts.Of(judge.Latest(judge.Results(FindingKinds.Pain))?.Amount >= 4));

    internal Verdict WasIrradiatedLately
    {
        get
        {
            var dates = judge.Patient.Acts.Where(act => act.Kind.Role == Role.BeamRadiotherapy && act.Status == "completed" && !Calendar.IsFuture(act.Date, judge.Today))
                .Select(act => Days.Read(act.Date)).OfType<Days>().Select(days => Verdicts.Not(Calendar.IsOlderThan(days, 6, judge.Today))).ToArray();
            return Verdicts.Any([Verdicts.Found(false, judge.Gap(DataNeed.Procedures, DataNeed.ServiceRequests)), .. dates]);
        }
    }

    /// <summary>Diarrhoea that came after the depot analogue, or without a date that excludes it.</summary>
    internal Verdict HasDiarrhoeaOnAnalogue => Verdicts.Any(
    [
        Verdicts.Found(false, judge.Gap(DataNeed.Conditions)),
        .. judge.Patient.Diagnoses.Where(diagnosis => diagnosis.IsActive && diagnosis.Kind.Mark is Mark.Diarrhoea or Mark.CarcinoidDiarrhoea)
            .Select(diagnosis => Days.Read(diagnosis.Date) is not { } day ? Verdict.Yes : judge.Drugs.DepotStart.Is(start =>
                Verdicts.Of(day.Last > start.First))),
    ]);

    internal Verdict HasHeartDisease => Has(Mark.CarcinoidHeart);

    internal Verdict HasVhl => Has(Mark.Vhl);

    private Verdict Has(Mark mark) => Verdicts.Found(judge.Patient.Diagnoses.Any(diagnosis => diagnosis.IsActive && diagnosis.Kind.Mark == mark), judge.Gap(DataNeed.Conditions));
}
