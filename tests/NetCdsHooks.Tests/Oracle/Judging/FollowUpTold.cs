using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Which plan holds, and what it says is due (clinical part 5).</summary>
internal sealed class FollowUpTold(Judge judge)
{
    internal Told<Plan> Plan
    {
        get
        {
            if (!judge.Tumour.Status.IsAsked)
                return Told<Plan>.NotAsked;
            (Verdict Holds, Plan Plan)[] inOrder = [(IsP0, Judging.Plan.None), (IsP1, Judging.Plan.P1), (IsP4, Judging.Plan.P4), (IsP5, Judging.Plan.P5), (IsP3, Judging.Plan.P3)];
            foreach (var (holds, plan) in inOrder)
                if (Verdicts.Recorded(holds).IsOpen)
                    return Told<Plan>.NotAsked;
                else if (holds == Verdict.Yes)
                    return Told<Plan>.Of(plan);
            return Told<Plan>.Of(Judging.Plan.P7);
        }
    }

    /// <summary>Asks it of the plan; of a plan that could not be told whether any would say so.</summary>
    internal Verdict Under(Func<Plan, Verdict> question)
    {
        if (Plan is { IsTold: true, Value: var plan })
            return question(plan);
        Plan[] possible = [Judging.Plan.P1, Judging.Plan.P3, Judging.Plan.P4, Judging.Plan.P5, Judging.Plan.P7];
        return Verdicts.All(Verdict.NotAsked, Verdicts.Any([.. possible.Select(question)]));
    }

    private Verdict IsP0 => Verdicts.All(
        judge.Tumour.Site.Is(site => site == Place.Appendix),
        judge.Treatment.IsResected,
        judge.Treatment.IsMarginFree,
        Size.Is(size => size.Below(10)),
        Verdicts.Of(!judge.Stage.IsNodePositive),
        Verdicts.Of(!IsMaybeHigh && !IsMaybeMiddle),
        Verdicts.Not(Verdicts.Recorded(judge.Stage.Extent.Is(extent => extent != Extent.Localized))),
        Verdicts.Not(Verdicts.Recorded(Category.Is(category => category != Judging.Category.Net1))));

    private Verdict IsP1 => IsLongFree ? Verdict.No
        : IsMaybeHigh ? Verdict.Yes
        : !Category.IsTold && !judge.Pathology.Grades.IsAsked ? Verdict.NotAsked
        : Category.Is(category => category is Judging.Category.Carcinoma or Judging.Category.Net3 or Judging.Category.Grade3Unspecified);

    /// <summary>In remission, and five years since the last treatment or the end of the disease.</summary>
    private bool IsLongFree => IsActive == Verdict.No
        && Calendar.Latest(judge.Tumour.Ends.Append(judge.Treatment.LastResection).Append(judge.Drugs.LastTherapy is { } day ? $"{day.Last:yyyy-MM-dd}" : null)) is { } since
        && judge.Today > since.Last.AddYears(5);

    /// <summary>A Ki-67 that leaves the grade open is followed like the higher one.</summary>
    private bool IsMaybeHigh => judge.Pathology.Grades is { IsTold: true, Value: var grades } && grades.Max() == 3 && !Category.IsTold;

    private bool IsMaybeMiddle => judge.Pathology.Grades is { IsTold: true, Value: { Length: > 1 } grades } && grades.Max() == 2 && judge.Pathology.Cells is not { IsTold: true, Value: Cells.Poor };

    private Verdict IsP4 => IsObservedPancreas(judge.Function.IsFunctional);

    /// <summary>The fourth plan, for a tumour of this function.</summary>
    internal Verdict IsObservedPancreas(Verdict isFunctional) => Verdicts.All(
        judge.Tumour.Site.Is(site => site == Place.Pancreas),
        IsActive,
        Verdicts.Any(IsLocalized, Verdicts.Not(judge.Stage.Extent.Stands)),
        Verdicts.Not(judge.Treatment.IsResected),
        Verdicts.Of(!IsMaybeMiddle && !IsMaybeHigh),
        Verdicts.Not(Verdicts.Recorded(Category.Is(category => category != Judging.Category.Net1))),
        judge.Sizes.Latest.Is(size => size.Below(20)),
        Verdicts.Not(Verdicts.Known(isFunctional)));

    /// <summary>In remission the recorded stage alone decides.</summary>
    private Verdict IsP5 => Verdicts.All(
        IsLocalized,
        Verdicts.Any(IsThoracic, IsLowOrNotTold),
        Verdicts.Any(
            Verdicts.Not(IsActive),
            Verdicts.All(judge.Treatment.IsResected, Verdicts.Of(!judge.Tumour.HasRecurred), Verdicts.Any(IsThoracic, IsEarly))));

    private Verdict IsP3 => Verdicts.All(
        Verdicts.Any(IsThoracic, Verdicts.Of(IsMaybeMiddle), Category.Is(category => category is Judging.Category.Net1 or Judging.Category.Net2)),
        Verdicts.Any(
            judge.Stage.Extent.Is(extent => extent != Extent.Localized),
            Verdicts.All(IsActive, IsThoracic),
            Verdicts.All(IsActive, Verdicts.Not(judge.Stage.Extent.Stands), judge.Drugs.HadTherapy),
            Verdicts.All(IsActive, Verdicts.Not(judge.Treatment.IsResected))));

    private Verdict IsActive => judge.Tumour.Status.Is(status => status == TumourStatus.Active);

    private Verdict IsThoracic => judge.Tumour.Site.Is(site => site is Place.Lung or Place.Thymus);

    private Verdict IsEarly => Verdicts.Found(
        judge.Stage.IsEarlyGroup || (judge.Stage.IsNodeNegative && (judge.Stage.IsSmallByCategory || Size.Is(size => size.Below(20)) == Verdict.Yes)),
        judge.Stage.HasGap);

    private Verdict IsLowOrNotTold => Verdicts.Not(Verdicts.Recorded(Category.Is(category => category is not (Judging.Category.Net1 or Judging.Category.Net2))));

    private Verdict IsLocalized => judge.Stage.Extent.Is(extent => extent == Extent.Localized);

    private Told<Category> Category => judge.Pathology.Category;

    private Told<Amount> Size => judge.Sizes.Specimen.IsTold ? judge.Sizes.Specimen : judge.Sizes.Latest;

    /// <summary>True from the first day on which another look is due, late or not.</summary>
    internal static bool IsDue(Days last, int? from, int by, DateOnly today) => (from is { } months && today >= last.First.AddMonths(months)) || IsLate(last, by, today);

    internal static bool IsLate(Days last, int by, DateOnly today) => today > last.Last.AddMonths(by);
}
