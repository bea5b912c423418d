using System.Diagnostics;
using NetCdsHooks.Clinical.Logic;
using static NetCdsHooks.Clinical.Picture.PlanCondition;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>
/// Which plan of follow-up applies. What is not recorded takes the plan that the table gives it;
/// what could not be asked or read leaves the plan unknown where it could change it.
/// </summary>
internal static class SurveillancePlans
{
    private const decimal SmallAppendixMm = 10;
    private const decimal SmallMm = 20;
    private const int RemissionYears = 5;

    /// <summary>In the order in which they are tried; the first that holds applies.</summary>
    private static readonly (SurveillancePlan Plan, Func<PlanInputs, PlanCondition> Applies)[] Table =
    [
        (SurveillancePlan.NoImaging, NeedsNoImaging),
        (SurveillancePlan.HighGrade, IsHighGrade),
        (SurveillancePlan.ObservedPancreas, IsObservedPancreas),
        (SurveillancePlan.Resected, IsResected),
        (SurveillancePlan.GeneralG1G2, IsGeneral),
    ];

    /// <summary>NotRecorded for a patient without a proven tumour.</summary>
    internal static Fact<SurveillancePlan> Choose(PlanInputs inputs) => inputs.Status.Then(status => status switch
    {
        NetStatus.None or NetStatus.Suspected => Fact.Unknown<SurveillancePlan>(UnknownReason.NotRecorded),
        NetStatus.Active or NetStatus.Remission or NetStatus.History => First(inputs with { Category = TreatedAs(inputs) }),
        _ => throw new UnreachableException($"{status} is no status"),
    });

    /// <summary>Whether a small pancreatic tumour can be observed, by itself.</summary>
    internal static PlanCondition ObservedPancreas(PlanInputs inputs) => IsObservedPancreas(inputs with { Category = TreatedAs(inputs) });

    private static Fact<SurveillancePlan> First(PlanInputs inputs)
    {
        foreach (var (plan, applies) in Table)
        {
            var condition = applies(inputs);
            if (condition.Holds == Truth.Unknown)
                return condition.Missing();
            if (condition.Holds == Truth.Yes)
                return Fact.Known(plan, condition.Evidence);
        }

        return Fact.Known(SurveillancePlan.Longest, inputs.Status.Evidence);
    }

    /// <summary>A grade that straddles a limit counts as the higher one, which is the shorter interval.</summary>
    private static Fact<GradeCategory> TreatedAs(PlanInputs inputs)
    {
        if (inputs.Category.WhyUnknown is null)
            return inputs.Category;
        if (inputs.Grade.Test(grade => grade.HasFlag(GradeClass.G3)) == Truth.Yes)
            return inputs.Grade.Select(_ => GradeCategory.G3Unspecified);
        if (inputs.Grade.Test(grade => grade == GradeClass.G1OrG2) == Truth.Yes && inputs.Category.WhyUnknown != UnknownReason.Conflicting)
            return inputs.Grade.Select(_ => GradeCategory.NetG2);
        return inputs.Grade.WhyUnknown is UnknownReason.NotRetrieved or UnknownReason.Unreadable
            ? Fact.UnknownLike<GradeCategory>(inputs.Grade)
            : inputs.Category;
    }

    private static PlanCondition NeedsNoImaging(PlanInputs inputs) =>
        That(inputs.Site, site => site == PrimarySite.Appendix)
        & That(inputs.PrimaryResected, resected => resected)
        & That(inputs.Residual, residual => residual == ResidualTumour.R0)
        & That(SizeWhenResected(inputs), size => size.Below(SmallAppendixMm))
        & That(inputs.NCategory, n => !HasNodes(n), whenUnknown: true)
        & That(inputs.Extent, extent => extent == Extent.Localized, whenUnknown: true)
        & That(inputs.Category, category => category == GradeCategory.NetG1, whenUnknown: true);

    private static PlanCondition IsHighGrade(PlanInputs inputs) =>
        That(inputs.Category, category => category is GradeCategory.Nec or GradeCategory.NetG3 or GradeCategory.G3Unspecified)
        & Given(!IsLongFreeOfDisease(inputs));

    private static PlanCondition IsObservedPancreas(PlanInputs inputs) =>
        IsFollowedAsActive(inputs)
        & That(inputs.Site, site => site == PrimarySite.Pancreas)
        & That(inputs.PrimaryResected, resected => !resected)
        & That(inputs.Size, size => size.Below(SmallMm))
        & That(inputs.Extent, extent => extent == Extent.Localized, whenUnknown: true)
        & That(inputs.Category, category => category == GradeCategory.NetG1, whenUnknown: true)
        & NotKnown(inputs.Function, function => function == FunctionalStatus.Functional);

    private static PlanCondition IsResected(PlanInputs inputs) =>
        That(inputs.Extent, extent => extent == Extent.Localized)
        & (IsThoracic(inputs) | That(inputs.Category, IsG1OrG2, whenUnknown: true))
        & (IsInRemission(inputs) | (That(inputs.PostResection, resected => resected) & (IsThoracic(inputs) | IsEarlyStage(inputs))));

    private static PlanCondition IsEarlyStage(PlanInputs inputs) =>
        That(inputs.StageGroup, IsStageOneOrTwo)
        | (That(inputs.NCategory, n => n.Contains("N0", StringComparison.OrdinalIgnoreCase))
            & (That(inputs.TCategory, t => t.Contains("T1", StringComparison.OrdinalIgnoreCase))
                | That(SizeWhenResected(inputs), size => size.Below(SmallMm))));

    private static PlanCondition IsGeneral(PlanInputs inputs) =>
        (IsThoracic(inputs) | That(inputs.Category, IsG1OrG2))
        & (That(inputs.Extent, extent => extent is Extent.Regional or Extent.Metastatic)
            | (IsFollowedAsActive(inputs)
                & (IsThoracic(inputs)
                    | That(inputs.PrimaryResected, resected => !resected)
                    | (NotRecorded(inputs.Extent) & That(inputs.SystemicTherapyEver, treated => treated)))));

    private static PlanCondition IsThoracic(PlanInputs inputs) =>
        That(inputs.Site, site => site is PrimarySite.Lung or PrimarySite.Thymus);

    /// <summary>In remission, and where there is only a history of it, the recorded stage alone decides.</summary>
    private static PlanCondition IsInRemission(PlanInputs inputs) => That(inputs.Status, IsRemission);

    private static PlanCondition IsFollowedAsActive(PlanInputs inputs) => That(inputs.Status, status => !IsRemission(status));

    private static Fact<Interval<decimal>> SizeWhenResected(PlanInputs inputs) =>
        inputs.SpecimenSize.WhyUnknown == UnknownReason.NotRecorded ? inputs.Size : inputs.SpecimenSize;

    private static bool IsLongFreeOfDisease(PlanInputs inputs) =>
        inputs.Status.Test(IsRemission) == Truth.Yes
        && inputs.DiseaseFreeSince is { } since
        && inputs.Today > since.Last.AddYears(RemissionYears);

    private static bool IsRemission(NetStatus status) => status is NetStatus.Remission or NetStatus.History;

    private static bool IsG1OrG2(GradeCategory category) => category is GradeCategory.NetG1 or GradeCategory.NetG2;

    private static bool HasNodes(string category)
    {
        var letter = category.IndexOf('N', StringComparison.OrdinalIgnoreCase);
        return letter >= 0 && letter + 1 < category.Length && category[letter + 1] is >= '1' and <= '9';
    }

    /// <summary>Such as <c>I</c>, <c>IA</c>, <c>IIB</c> or <c>2</c>.</summary>
    private static bool IsStageOneOrTwo(string group)
    {
        var stem = group.Trim().ToUpperInvariant().TrimEnd('A', 'B', 'C');
        return stem is "I" or "II" or "1" or "2";
    }
}
