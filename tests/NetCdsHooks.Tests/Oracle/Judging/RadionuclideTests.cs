using NetCdsHooks.Tests.Oracle.Story;
using static NetCdsHooks.Tests.Oracle.Judging.Verdicts;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>What must be known before radionuclide therapy (card 54 of the clinical specification).</summary>
/// <param name="judge">The patient.</param>
/// <param name="draft">The order of the therapy; null where none is being placed.</param>
internal sealed class RadionuclideTests(Judge judge, Draft? draft)
{
    private static readonly FindingKind[][] Tests =
        [[FindingKinds.Platelets], [FindingKinds.Haemoglobin], [FindingKinds.Leucocytes], [FindingKinds.Creatinine, FindingKinds.Clearance, FindingKinds.Egfr], [FindingKinds.Alt, FindingKinds.Bilirubin]];

    private DateOnly Day => (draft is null ? judge.Planned.NextRadionuclideTherapy : Days.Read(draft.Date)) is { } day && day.First > judge.Today ? day.First : judge.Today;

    internal Verdict IsIncomplete => All(
        judge.Tumour.IsActive,
        draft is null ? judge.Planned.HasRadionuclideTherapy : Verdict.Yes,
        Any(
            IsMissing,
            judge.Laboratory.Latest(FindingKinds.Platelets).Is(value => value < 75),
            judge.Laboratory.Latest(FindingKinds.Clearance).Is(value => value < 40),
            judge.Laboratory.Latest(FindingKinds.Egfr).Is(value => value < 40)));

    /// <summary>Of a therapy that is more than 14 days ahead the tests are still to come.</summary>
    private Verdict IsMissing => Day.DayNumber - judge.Today.DayNumber > 14 ? Verdict.No
        : Any([.. Tests.Select(kinds => Not(IsFresh(judge.Results(kinds), judge.Laboratory.HasGap))), All(IsOfChildbearingAge, Not(IsPregnancyTested))]);

    private Verdict IsFresh(IEnumerable<Finding> results, bool hasGap)
    {
        var earliest = Day.AddDays(-14);
        var days = results.Select(result => Days.Read(result.Date)).ToArray();
        return days.Any(day => day?.First >= earliest) ? Verdict.Yes
            : hasGap ? Verdict.NotAsked
            : days.Any(day => day is null || day.Value.Last >= earliest) ? Verdict.NotTold
            : Verdict.No;
    }

    private Verdict IsPregnancyTested => IsFresh(judge.Results(FindingKinds.Hcg), judge.Gap(Clinical.Record.DataNeed.Status));

    private Verdict IsOfChildbearingAge => All(
        judge.Gap(Clinical.Record.DataNeed.Patient) ? Verdict.NotAsked : judge.Patient.Sex is null ? Verdict.NotTold : Of(judge.Patient.Sex == "female"),
        judge.Laboratory.Age.Is(age => All(age.AtLeast(12), age.AtMost(55))));
}
