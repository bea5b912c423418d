using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Picture;

public sealed class TrackedMarkersTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly Fact<MarkerValue> NeverMeasured = Fact.Unknown<MarkerValue>(UnknownReason.NotRecorded);
    private static readonly Fact<bool> NotRecorded = Fact.Unknown<bool>(UnknownReason.NotRecorded);
    private static readonly Fact<bool> Failed = Fact.Missing<bool>(UnknownReason.NotRetrieved, "conditions");

    private static readonly MarkerInputs Nothing = new(NeverMeasured, NotRecorded, NeverMeasured, NeverMeasured, Fact.Known(false), NotRecorded);

    private static Dictionary<string, (SurveillancePlan Plan, MarkerInputs Inputs, string? State, string Due)> Cases => new()
    {
        ["general, chromogranin A 7 months ago"] = (SurveillancePlan.GeneralG1G2, Nothing with { ChromograninA = On(2026, 4, 21) }, "Overdue", "chromogranin A"),
        ["general, 1 month ago"] = (SurveillancePlan.GeneralG1G2, Nothing with { ChromograninA = On(2026, 10, 21) }, "NotDue", ""),
        ["general, 3 months ago"] = (SurveillancePlan.GeneralG1G2, Nothing with { ChromograninA = On(2026, 8, 21) }, "Due", "chromogranin A"),
        ["general, exactly 6 months ago"] = (SurveillancePlan.GeneralG1G2, Nothing with { ChromograninA = On(2026, 5, 21) }, "Due", "chromogranin A"),
        ["general, 6 months and a day ago"] = (SurveillancePlan.GeneralG1G2, Nothing with { ChromograninA = On(2026, 5, 20) }, "Overdue", "chromogranin A"),
        ["observed, 7 months ago"] = (SurveillancePlan.ObservedPancreas, Nothing with { ChromograninA = On(2026, 4, 21) }, "Due", "chromogranin A"),
        ["observed, exactly 6 months ago"] = (SurveillancePlan.ObservedPancreas, Nothing with { ChromograninA = On(2026, 5, 21) }, "NotDue", ""),
        ["observed, five years ago"] = (SurveillancePlan.ObservedPancreas, Nothing with { ChromograninA = On(2021, 4, 21) }, "Due", "chromogranin A"),
        ["longest interval, 11 months ago"] = (SurveillancePlan.Longest, Nothing with { ChromograninA = On(2025, 12, 21) }, "NotDue", ""),
        ["never measured"] = (SurveillancePlan.GeneralG1G2, Nothing, null, ""),
        ["never a date"] = (SurveillancePlan.GeneralG1G2, Nothing with { ChromograninA = Fact.Known(new MarkerValue("60 ug/L", null, null, null)) }, null, ""),
        ["5-HIAA without a reason to follow it"] = (SurveillancePlan.GeneralG1G2, Nothing with { FiveHiaa = On(2020, 1, 1) }, null, ""),
        ["5-HIAA with carcinoid syndrome"] =
            (SurveillancePlan.GeneralG1G2, Nothing with { FiveHiaa = On(2020, 1, 1), CarcinoidSyndrome = Fact.Known(true) }, "Overdue", "5-HIAA"),
        ["5-HIAA once raised"] =
            (SurveillancePlan.GeneralG1G2, Nothing with { FiveHiaa = On(2026, 8, 1), FiveHiaaEverElevated = Fact.Known(true) }, "Due", "5-HIAA"),
        ["both, the worse state counts"] =
            (SurveillancePlan.GeneralG1G2,
                Nothing with { ChromograninA = On(2026, 8, 1), FiveHiaa = On(2026, 1, 1), CarcinoidSyndrome = Fact.Known(true) },
                "Overdue", "chromogranin A, 5-HIAA"),
        ["one due, one not"] =
            (SurveillancePlan.GeneralG1G2,
                Nothing with { ChromograninA = On(2026, 11, 1), FiveHiaa = On(2026, 8, 1), CarcinoidSyndrome = Fact.Known(true) },
                "Due", "5-HIAA"),
        ["high grade, chromogranin A not raised"] =
            (SurveillancePlan.HighGrade,
                Nothing with { ChromograninA = On(2026, 1, 1), ChromograninAElevated = Fact.Known(false), NeuronSpecificEnolase = On(2026, 9, 1) },
                "Due", "neuron-specific enolase"),
        ["high grade, chromogranin A raised"] =
            (SurveillancePlan.HighGrade,
                Nothing with { ChromograninA = On(2026, 1, 1), ChromograninAElevated = Fact.Known(true), NeuronSpecificEnolase = On(2026, 9, 1) },
                "Overdue", "chromogranin A"),
        ["high grade, not known whether raised"] =
            (SurveillancePlan.HighGrade, Nothing with { ChromograninA = On(2026, 1, 1), NeuronSpecificEnolase = On(2026, 9, 1) }, "Overdue", "chromogranin A"),
        ["not high grade, chromogranin A not raised"] =
            (SurveillancePlan.GeneralG1G2, Nothing with { ChromograninA = On(2026, 8, 1), ChromograninAElevated = Fact.Known(false) }, "Due", "chromogranin A"),
        ["due, though the other could not be asked for"] =
            (SurveillancePlan.GeneralG1G2,
                Nothing with { ChromograninA = On(2026, 8, 1), FiveHiaa = On(2026, 8, 1), CarcinoidSyndrome = Failed }, "Due", "chromogranin A"),
    };

    public static TheoryData<string> Stories => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Stories))]
    [Trait("Recommendation", "S001-44")]
    [Trait("Recommendation", "S002-11")]
    public void The_worst_state_of_the_tracked_markers_counts(string story)
    {
        var (plan, inputs, state, due) = Cases[story];
        var interval = TestKnowledge.Intervals.OfMarkers(plan)!;
        var tracked = TrackedMarkers.Under(plan, inputs);

        var worst = TrackedMarkers.Worst([.. tracked.Select(marker => marker.State(interval, Today))]);

        (worst is Fact<DueState>.Known known ? known.Value.ToString() : null).Should().Be(state, story);
        string.Join(", ", tracked
            .Where(marker => marker.State(interval, Today).Test(value => value != DueState.NotDue) == Truth.Yes)
            .Select(marker => marker.Name)).Should().Be(due, story);
    }

    [Fact]
    public void A_marker_that_could_not_be_asked_for_leaves_not_due_unknown()
    {
        var tracked = TrackedMarkers.Under(
            SurveillancePlan.GeneralG1G2,
            Nothing with { ChromograninA = On(2026, 11, 1), FiveHiaa = On(2020, 1, 1), CarcinoidSyndrome = Failed });

        TrackedMarkers.Worst([.. tracked.Select(marker => marker.State(new(3, 6), Today))]).Missing.Should().Equal("conditions");
    }

    private static Fact<MarkerValue> On(int year, int month, int day) =>
        Fact.Known(new MarkerValue("60 ug/L", Interval<decimal>.Exactly(60), "ug/L", new DateOnly(year, month, day)));
}
