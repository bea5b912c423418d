using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;

namespace NetCdsHooks.Tests.Picture;

public sealed class SurveillancePlansTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static PlanInputs Empty => new() { Today = Today };

    private static PlanInputs Appendix => Empty with
    {
        Site = Fact.Known(PrimarySite.Appendix),
        PrimaryResected = Fact.Known(true),
        PostResection = Fact.Known(true),
        Residual = Fact.Known(ResidualTumour.R0),
        SpecimenSize = Mm(7),
        NCategory = Fact.Known("pN0"),
        Extent = Fact.Known(Extent.Localized),
        Category = Fact.Known(GradeCategory.NetG1),
        StageGroup = Fact.Known("I"),
    };

    private static PlanInputs Observed => Empty with
    {
        Site = Fact.Known(PrimarySite.Pancreas),
        Extent = Fact.Known(Extent.Localized),
        Size = Mm(13),
        Category = Fact.Known(GradeCategory.NetG1),
    };

    private static PlanInputs Operated => Empty with
    {
        Site = Fact.Known(PrimarySite.Pancreas),
        Extent = Fact.Known(Extent.Localized),
        PrimaryResected = Fact.Known(true),
        PostResection = Fact.Known(true),
        Category = Fact.Known(GradeCategory.NetG1),
        StageGroup = Fact.Known("IB"),
    };

    private static PlanInputs Metastatic => Empty with
    {
        Site = Fact.Known(PrimarySite.SmallIntestine),
        Extent = Fact.Known(Extent.Metastatic),
        Category = Fact.Known(GradeCategory.NetG1),
    };

    private static Dictionary<string, (PlanInputs Inputs, SurveillancePlan Plan)> Cases => new()
    {
        // P0
        ["appendix, 7 mm, R0, N0, G1"] = (Appendix, SurveillancePlan.NoImaging),
        ["appendix, nodes not recorded"] = (Appendix with { NCategory = None<string>() }, SurveillancePlan.NoImaging),
        ["appendix, grade not recorded"] = (Appendix with { Category = None<GradeCategory>() }, SurveillancePlan.NoImaging),
        ["appendix, positive nodes"] = (Appendix with { NCategory = Fact.Known("pN1") }, SurveillancePlan.Resected),
        ["appendix, regional disease"] = (Appendix with { Extent = Fact.Known(Extent.Regional) }, SurveillancePlan.GeneralG1G2),
        ["appendix, 10.0 mm"] = (Appendix with { SpecimenSize = Mm(10) }, SurveillancePlan.Resected),
        ["appendix, 12 mm"] = (Appendix with { SpecimenSize = Mm(12) }, SurveillancePlan.Resected),
        ["appendix, 9.9 mm"] = (Appendix with { SpecimenSize = Mm(9.9m) }, SurveillancePlan.NoImaging),
        ["appendix, size only in place"] = (Appendix with { SpecimenSize = None<Interval<decimal>>(), Size = Mm(7) }, SurveillancePlan.NoImaging),
        ["appendix, no size"] = (Appendix with { SpecimenSize = None<Interval<decimal>>() }, SurveillancePlan.Resected),
        ["appendix, R1"] = (Appendix with { Residual = Fact.Known(ResidualTumour.R1) }, SurveillancePlan.Resected),
        ["appendix, margin not recorded"] = (Appendix with { Residual = None<ResidualTumour>() }, SurveillancePlan.Resected),
        ["appendix, G2"] = (Appendix with { Category = Fact.Known(GradeCategory.NetG2) }, SurveillancePlan.Resected),
        ["appendix, Ki-67 2-3 %"] = (Appendix with { Category = None<GradeCategory>(), Grade = Fact.Known(GradeClass.G1OrG2) }, SurveillancePlan.Resected),
        ["appendix in remission"] = (Appendix with { Status = Fact.Known(NetStatus.Remission) }, SurveillancePlan.NoImaging),

        // P1
        ["carcinoma"] = (Metastatic with { Category = Fact.Known(GradeCategory.Nec) }, SurveillancePlan.HighGrade),
        ["NET G3"] = (Metastatic with { Category = Fact.Known(GradeCategory.NetG3) }, SurveillancePlan.HighGrade),
        ["G3, differentiation not recorded"] = (Metastatic with { Category = Fact.Known(GradeCategory.G3Unspecified) }, SurveillancePlan.HighGrade),
        ["high grade, localized and resected"] = (Operated with { Category = Fact.Known(GradeCategory.NetG3) }, SurveillancePlan.HighGrade),
        ["Ki-67 15-25 %"] = (Metastatic with { Category = None<GradeCategory>(), Grade = Fact.Known(GradeClass.G2OrG3) }, SurveillancePlan.HighGrade),
        ["carcinoma of the lung"] = (Metastatic with { Site = Fact.Known(PrimarySite.Lung), Category = Fact.Known(GradeCategory.Nec) }, SurveillancePlan.HighGrade),
        ["carcinoma in remission, five years to the day"] = (Remission(2021, 11, 21), SurveillancePlan.HighGrade),
        ["carcinoma in remission, five years and a day"] = (Remission(2021, 11, 20), SurveillancePlan.Longest),
        ["carcinoma in remission, no date"] = (Remission(2021, 11, 20) with { DiseaseFreeSince = null }, SurveillancePlan.HighGrade),
        ["active carcinoma, treated long ago"] = (Remission(2010, 1, 1) with { Status = Fact.Known(NetStatus.Active) }, SurveillancePlan.HighGrade),

        // P4
        ["pancreas, 13 mm, G1"] = (Observed, SurveillancePlan.ObservedPancreas),
        ["pancreas, grade not recorded"] = (Observed with { Category = None<GradeCategory>() }, SurveillancePlan.ObservedPancreas),
        ["pancreas, extent not recorded"] = (Observed with { Extent = None<Extent>() }, SurveillancePlan.ObservedPancreas),
        ["pancreas, 19.9 mm"] = (Observed with { Size = Mm(19.9m) }, SurveillancePlan.ObservedPancreas),
        ["pancreas, 20 mm"] = (Observed with { Size = Mm(20) }, SurveillancePlan.GeneralG1G2),
        ["pancreas, size not recorded"] = (Observed with { Size = None<Interval<decimal>>() }, SurveillancePlan.GeneralG1G2),
        ["pancreas, size below 25"] = (Observed with { Size = Fact.Known(new Interval<decimal>(0, 25)) }, SurveillancePlan.GeneralG1G2),
        ["pancreas, G2"] = (Observed with { Category = Fact.Known(GradeCategory.NetG2) }, SurveillancePlan.GeneralG1G2),
        ["pancreas, Ki-67 2-3 %"] = (Observed with { Category = None<GradeCategory>(), Grade = Fact.Known(GradeClass.G1OrG2) }, SurveillancePlan.GeneralG1G2),
        ["pancreas, functional"] = (Observed with { Function = Fact.Known(FunctionalStatus.Functional) }, SurveillancePlan.GeneralG1G2),
        ["pancreas, non-functional"] = (Observed with { Function = Fact.Known(FunctionalStatus.NonFunctional) }, SurveillancePlan.ObservedPancreas),
        ["pancreas, regional"] = (Observed with { Extent = Fact.Known(Extent.Regional) }, SurveillancePlan.GeneralG1G2),
        ["duodenum instead"] = (Observed with { Site = Fact.Known(PrimarySite.Duodenum) }, SurveillancePlan.GeneralG1G2),

        // P5
        ["resected, stage I"] = (Operated, SurveillancePlan.Resected),
        ["resected, stage II"] = (Operated with { StageGroup = Fact.Known("IIA") }, SurveillancePlan.Resected),
        ["resected, stage I, G2"] = (Operated with { Category = Fact.Known(GradeCategory.NetG2) }, SurveillancePlan.Resected),
        ["resected, stage I, grade not recorded"] = (Operated with { Category = None<GradeCategory>() }, SurveillancePlan.Resected),
        ["resected, N0 and pT1"] = (Staged("pT1", "pN0", null), SurveillancePlan.Resected),
        ["resected, N0 and 19 mm"] = (Staged(null, "N0", 19), SurveillancePlan.Resected),
        ["resected, N0 and 20 mm"] = (Staged(null, "N0", 20), SurveillancePlan.Longest),
        ["resected, pT1 without nodes"] = (Staged("pT1", null, 10), SurveillancePlan.Longest),
        ["resected, regional"] = (Operated with { Extent = Fact.Known(Extent.Regional), StageGroup = Fact.Known("IIIB") }, SurveillancePlan.GeneralG1G2),
        ["resected, extent not recorded"] = (Operated with { Extent = None<Extent>() }, SurveillancePlan.Longest),
        ["lung, localized and resected"] = (Operated with { Site = Fact.Known(PrimarySite.Lung), Category = None<GradeCategory>(), StageGroup = None<string>() }, SurveillancePlan.Resected),
        ["lung, not resected"] = (Metastatic with { Site = Fact.Known(PrimarySite.Lung), Category = None<GradeCategory>() }, SurveillancePlan.GeneralG1G2),
        ["thymus, nothing else recorded"] = (Empty with { Site = Fact.Known(PrimarySite.Thymus) }, SurveillancePlan.GeneralG1G2),

        // P3
        ["G1 metastatic"] = (Metastatic, SurveillancePlan.GeneralG1G2),
        ["G2 regional"] = (Metastatic with { Category = Fact.Known(GradeCategory.NetG2), Extent = Fact.Known(Extent.Regional) }, SurveillancePlan.GeneralG1G2),
        ["G1 localized, not resected"] = (Metastatic with { Extent = Fact.Known(Extent.Localized) }, SurveillancePlan.GeneralG1G2),
        ["G1 resected, extent not recorded, treated systemically"] =
            (Operated with { Extent = None<Extent>(), SystemicTherapyEver = Fact.Known(true) }, SurveillancePlan.GeneralG1G2),

        // P7
        ["grade and extent not recorded"] = (Empty, SurveillancePlan.Longest),
        ["metastatic, grade not recorded"] = (Metastatic with { Category = None<GradeCategory>() }, SurveillancePlan.Longest),
        ["poorly differentiated against a low Ki-67"] =
            (Metastatic with { Category = Fact.Unknown<GradeCategory>(UnknownReason.Conflicting), Grade = Fact.Known(GradeClass.G1) }, SurveillancePlan.Longest),
        ["only a history, no stage"] = (Empty with { Status = Fact.Known(NetStatus.History) }, SurveillancePlan.Longest),
        ["history of a localized tumour"] =
            (Empty with { Status = Fact.Known(NetStatus.History), Extent = Fact.Known(Extent.Localized) }, SurveillancePlan.Resected),
        ["remission of a metastatic tumour"] = (Metastatic with { Status = Fact.Known(NetStatus.Remission) }, SurveillancePlan.GeneralG1G2),
        ["remission of a small pancreatic tumour"] = (Observed with { Status = Fact.Known(NetStatus.Remission) }, SurveillancePlan.Resected),
    };

    public static TheoryData<string> Stories => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Stories))]
    [Trait("Recommendation", "S000-07")]
    [Trait("Recommendation", "S001-22")]
    [Trait("Recommendation", "S001-41")]
    [Trait("Recommendation", "S001-42")]
    [Trait("Recommendation", "S004-23")]
    [Trait("Recommendation", "S004-24")]
    public void The_first_plan_whose_condition_holds_applies(string story)
    {
        var (inputs, plan) = Cases[story];

        SurveillancePlans.Choose(inputs).Should().BeOfType<Fact<SurveillancePlan>.Known>(story).Which.Value.Should().Be(plan, story);
    }

    private static Dictionary<string, PlanInputs> Undecided => new()
    {
        ["grade not retrieved"] = Metastatic with { Category = Failed<GradeCategory>() },
        ["extent not retrieved"] = Operated with { Extent = Failed<Extent>() },
        ["resection not retrieved"] = Observed with { PrimaryResected = Failed<bool>(), PostResection = Failed<bool>() },
        ["size of an observed tumour not retrieved"] = Observed with { Size = Failed<Interval<decimal>>() },
        ["nodes of an appendix tumour not retrieved"] = Appendix with { NCategory = Failed<string>() },
        ["margin of an appendix tumour not retrieved"] = Appendix with { Residual = Failed<ResidualTumour>() },
        ["systemic therapy not retrieved, extent not recorded"] = Operated with { Extent = None<Extent>(), SystemicTherapyEver = Failed<bool>() },
        ["status not retrieved"] = Observed with { Status = Failed<NetStatus>() },
    };

    public static TheoryData<string> UndecidedStories => [.. Undecided.Keys];

    [Theory]
    [MemberData(nameof(UndecidedStories))]
    public void What_was_not_retrieved_leaves_the_plan_unknown_and_says_what_is_missing(string story)
    {
        var plan = SurveillancePlans.Choose(Undecided[story]);

        plan.WhyUnknown.Should().Be(UnknownReason.NotRetrieved, story);
        plan.Missing.Should().Equal("pathology");
    }

    private static Dictionary<string, (PlanInputs Inputs, SurveillancePlan Plan)> DecidedAnyway => new()
    {
        ["function of an observed tumour"] = (Observed with { Function = Failed<FunctionalStatus>() }, SurveillancePlan.ObservedPancreas),
        ["nodes of a carcinoma"] = (Metastatic with { Category = Fact.Known(GradeCategory.Nec), NCategory = Failed<string>() }, SurveillancePlan.HighGrade),
        ["therapy of a metastatic tumour"] = (Metastatic with { SystemicTherapyEver = Failed<bool>() }, SurveillancePlan.GeneralG1G2),
        ["size of a stage I tumour"] = (Operated with { SpecimenSize = Failed<Interval<decimal>>() }, SurveillancePlan.Resected),
        ["extent of an unresected midgut tumour"] = (Metastatic with { Extent = Failed<Extent>() }, SurveillancePlan.GeneralG1G2),
    };

    public static TheoryData<string> DecidedStories => [.. DecidedAnyway.Keys];

    [Theory]
    [MemberData(nameof(DecidedStories))]
    public void What_could_not_change_the_plan_may_be_missing(string story)
    {
        var (inputs, plan) = DecidedAnyway[story];

        SurveillancePlans.Choose(inputs).Should().BeOfType<Fact<SurveillancePlan>.Known>(story).Which.Value.Should().Be(plan, story);
    }

    [Theory]
    [InlineData(NetStatus.None)]
    [InlineData(NetStatus.Suspected)]
    public void Without_a_proven_tumour_there_is_no_plan(object status) =>
        SurveillancePlans.Choose(Observed with { Status = Fact.Known((NetStatus)status) }).WhyUnknown.Should().Be(UnknownReason.NotRecorded);

    [Fact]
    public void The_plan_rests_on_the_facts_that_made_it_so()
    {
        var grade = new Evidence("Observation/ki67", Today);
        var inputs = Metastatic with { Category = Fact.Known(GradeCategory.Nec, grade) };

        SurveillancePlans.Choose(inputs).Evidence.Should().Equal(grade);
    }

    private static PlanInputs Remission(int year, int month, int day) => Metastatic with
    {
        Status = Fact.Known(NetStatus.Remission),
        Category = Fact.Known(GradeCategory.Nec),
        DiseaseFreeSince = PartialDate.Of(new(year, month, day)),
    };

    private static PlanInputs Staged(string? t, string? n, decimal? millimetres) => Operated with
    {
        StageGroup = None<string>(),
        TCategory = t is null ? None<string>() : Fact.Known(t),
        NCategory = n is null ? None<string>() : Fact.Known(n),
        SpecimenSize = millimetres is { } size ? Mm(size) : None<Interval<decimal>>(),
    };

    private static Fact<Interval<decimal>> Mm(decimal millimetres) => Fact.Known(Interval<decimal>.Exactly(millimetres));

    private static Fact<T> None<T>()
        where T : notnull => Fact.Unknown<T>(UnknownReason.NotRecorded);

    private static Fact<T> Failed<T>()
        where T : notnull => Fact.Missing<T>(UnknownReason.NotRetrieved, "pathology");
}
