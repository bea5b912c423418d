using NetCdsHooks.Tests.Oracle.Story;
using static NetCdsHooks.Tests.Oracle.Judging.Verdicts;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Part 8 of the clinical specification.</summary>
internal sealed class SurveillanceRules(Judge judge)
{
    internal IEnumerable<(string Card, Verdict Verdict)> Decide() =>
    [
        ("surveillance-imaging-due", ImagingDue),
        ("surveillance-markers-due", MarkersDue),
        ("surveillance-sstr-due", ReceptorImageDue),
        ("pnet-growth-threshold", Grown),
    ];

    private Verdict ImagingDue => All(
        judge.Tumour.IsFollowed,
        judge.FollowUp.Plan.Is(plan => plan != Plan.None),
        judge.FollowUp.Under(plan => LastUnder(plan).Is(last => FollowUpTold.IsDue(last, plan.From, plan.By, judge.Today))),
        Not(IsScheduled));

    private Told<Days> LastUnder(Plan plan) => plan == Plan.P4 ? judge.Images.LastSectionalOrEus : judge.Images.LastSectional;

    /// <summary>Dated no later than the recommended day, or within 30 days.</summary>
    private Verdict IsScheduled
    {
        get
        {
            if (judge.FollowUp.Plan is not { IsTold: true, Value: var plan } || !LastUnder(plan).IsAsked)
                return Verdict.NotAsked;
            if (LastUnder(plan) is not { IsTold: true, Value: var last })
                return Verdict.NotTold;
            var dueBy = last.Last.AddMonths(plan.By);
            var soon = judge.Today.AddDays(30);
            var limit = dueBy > soon ? dueBy : soon;
            return Found(judge.Pending.Sectional.Any(request => Days.Read(request.Date) is { } days && days.Last <= limit), judge.Pending.HasGap);
        }
    }

    /// <summary>The follow-up that is ordered or booked comes after the recommended day, and more than 30 days from now.</summary>
    internal Verdict IsBookedLate => All(
        judge.Tumour.IsFollowed,
        judge.FollowUp.Plan.Is(plan => plan != Plan.None),
        judge.Pending.Sectional.Any(request => request.Date is not null) ? Verdict.Yes : Found(false, judge.Pending.HasGap),
        judge.FollowUp.Plan is { IsTold: true, Value: var plan } ? LastUnder(plan).Stands : Verdict.NotAsked,
        Not(IsScheduled));

    private Verdict MarkersDue => All(
        judge.Tumour.IsFollowed,
        judge.FollowUp.Plan.Is(plan => plan != Plan.None),
        judge.FollowUp.Under(MarkersDueUnder));

    /// <summary>A high-grade tumour known not to raise chromogranin A is followed by its enolase.</summary>
    private Verdict MarkersDueUnder(Plan plan) => Any(
        plan == Plan.P1 && judge.Markers.IsChromograninRaised == Verdict.No
            ? Due(judge.Markers.LastEnolase, plan)
            : Due(judge.Markers.LastChromogranin, plan),
        All(
            Any(judge.Function.Has(Hormone.Carcinoid), judge.Markers.WasHiaaRaised, judge.Markers.IsHiaaRaised),
            Due(judge.Markers.LastHiaa, plan)));

    private Verdict Due(Told<Days> last, Plan plan) => last.Is(days =>
        plan == Plan.P4 ? judge.Today > days.First.AddMonths(plan.MarkersBy)
            : plan == Plan.P7 ? FollowUpTold.IsLate(days, plan.MarkersBy, judge.Today)
            : FollowUpTold.IsDue(days, plan.MarkersFrom, plan.MarkersBy, judge.Today));

    private Verdict ReceptorImageDue => All(
        judge.Tumour.IsActive,
        judge.Receptors.IsPositive,
        judge.Images.LastReceptor.Is(last => FollowUpTold.IsDue(last, 18, 24, judge.Today)),
        Not(judge.Pending.Has(Role.Receptor)));

    private Verdict Grown => All(
        judge.Tumour.IsActive,
        judge.Tumour.Site.Is(site => site == Place.Pancreas),
        Not(judge.Treatment.IsResected),
        judge.Sizes.HasGrown);
}
