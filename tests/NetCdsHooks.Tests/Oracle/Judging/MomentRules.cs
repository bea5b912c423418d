using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Tests.Oracle.Story;
using static NetCdsHooks.Tests.Oracle.Judging.Verdicts;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>The cards of parts 8 to 11 that look at plans and at the quality of the record, where no order is being placed.</summary>
internal sealed class MomentRules(Judge judge)
{
    /// <summary>A proton-pump inhibitor counts as active when it was taken within 14 days (codes part 2).</summary>
    private const int InhibitorDays = 14;

    internal IEnumerable<Ruling> Decide() =>
    [
        new("cga-rising", Rising),
        new("clinical-trial-consider", Trial),
        new("periop-octreotide-functional", Cover, CoverUrgency),
        new("cholecystectomy-consider", Gallbladder),
        new("ssa-abrupt-stop", AbruptEnd),
        new("prrt-labs", new RadionuclideTests(judge, null).IsIncomplete),
        new("cga-on-ppi", RaisedOnInhibitor, Indicator.Info),
        new("ssa-insulinoma", AnalogueInInsulinoma, judge.Receptors.IsPositive == Verdict.Yes ? Indicator.Info : Indicator.Warning),
        new("net-data-quality", All(Active, judge.Quality.HasProblem), Indicator.Info),
    ];

    private Verdict Active => judge.Tumour.IsActive;

    private Verdict Rising => All(
        Active,
        judge.Markers.HasChromograninRisen,
        Not(judge.Drugs.AnyActs(judge.Today, InhibitorDays, DrugGroup.Ppi)),
        Not(Known(judge.Laboratory.Latest(FindingKinds.Egfr).Is(value => value < 30))));

    /// <summary>Only beside cards of no urgency, which the comparison looks at.</summary>
    private Verdict Trial => All(Active, judge.Stage.IsAdvanced, judge.Course.HasProgressed);

    internal Verdict Cover => All(Active, judge.Function.NeedsCover, judge.Planned.Has(PlannedTold.Interventions), Not(judge.Planned.HasCover));

    internal Indicator CoverUrgency => judge.Function.Has(Hormone.Carcinoid) == Verdict.Yes || judge.Function.HadCrisis == Verdict.Yes ? Indicator.Critical : Indicator.Warning;

    internal Verdict Gallbladder => All(Active, judge.Planned.Has(PlannedTold.AbdominalOperations), IsAnalogueLikely, Not(judge.Planned.IsGallbladderGone), Not(judge.Pending.Has(Role.Cholecystectomy)));

    internal Verdict IsAnalogueLikely => Any(judge.Drugs.IsOnAnalogue, All(judge.Function.IsFunctional, Of(judge.Function.Has(Hormone.Insulinoma) != Verdict.Yes)), judge.Stage.IsAdvanced);

    private Verdict AbruptEnd => All(
        Active,
        Not(Known(judge.Function.IsNonFunctional)),
        Any(judge.Depot.WasStoppedLately, judge.Depot.HasLapsed),
        Not(judge.Depot.WasStoppedForCure));

    private Verdict RaisedOnInhibitor => All(
        Active,
        judge.Markers.IsChromograninRaised,
        judge.Markers.LastChromogranin.Is(last => last.First >= judge.Today.AddDays(-90) ? Verdict.Yes : last.Last < judge.Today.AddDays(-90) ? Verdict.No : Verdict.NotTold),
        judge.Drugs.AnyActs(judge.Today, InhibitorDays, DrugGroup.Ppi));

    private Verdict AnalogueInInsulinoma => All(
        Active,
        judge.Function.Has(Hormone.Insulinoma),
        Any(judge.Drugs.IsOnAnalogue, judge.Drugs.AnyActs(judge.Today, 1, DrugGroup.OctreotideShort)));
}
