using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;
using NetCdsHooks.Tests.Support;
using static NetCdsHooks.Tests.Support.SomeResources;

namespace NetCdsHooks.Tests.Picture;

public sealed class MedicationFactsTests
{
    private static readonly CodeableConcept Omeprazole = Code(RxNorm, "7646");
    private static readonly CodeableConcept Sertraline = Code(RxNorm, "36437");

    private static Dictionary<string, (Resource[] Record, bool Expected)> Ppis => new()
    {
        ["nothing"] = ([], false),
        ["ordered"] = ([Order("m", "active", Omeprazole)], true),
        ["bought over the counter, as needed"] = ([Statement("m", "active", Words("pantoprazole as needed"))], true),
        ["by ATC"] = ([Order("m", "active", Code(Atc, "A02BC05"))], true),
        ["stopped 14 days ago"] = ([Order("m", "stopped", Omeprazole) with { DispenseRequest = Until("2026-11-07") }], true),
        ["stopped 15 days ago"] = ([Order("m", "stopped", Omeprazole) with { DispenseRequest = Until("2026-11-06") }], false),
        ["stopped, day not recorded"] = ([Order("m", "stopped", Omeprazole)], false),
        ["given yesterday"] = ([Dose("m", "2026-11-20", Omeprazole)], true),
        ["completed course of last week"] = ([Statement("m", "completed", Omeprazole) with { EffectiveDateTime = "2026-11-14" }], true),
        ["H2 blocker"] = ([Order("m", "active", Words("famotidine 20 mg"))], false),
    };

    public static TheoryData<string> PpiStories => [.. Ppis.Keys];

    [Theory]
    [MemberData(nameof(PpiStories))]
    public void A_proton_pump_inhibitor_counts_for_fourteen_days(string story)
    {
        var (record, expected) = Ppis[story];

        SomeChart.Picture(record).Medication.PpiActive.Should().BeOfType<Fact<bool>.Known>(story).Which.Value.Should().Be(expected, story);
    }

    private static Dictionary<string, (Resource[] Record, string? Day, int? LeastToday, int? LeastInTwoWeeks)> LastDays => new()
    {
        ["never"] = ([], null, 50_000, 50_000),
        ["active"] = ([Order("m", "active", Omeprazole)], "2026-11-21", 0, 0),
        ["active with an end ahead"] = ([Order("m", "active", Omeprazole) with { DispenseRequest = Until("2026-11-25") }], "2026-11-21", 0, 10),
        ["stopped 14 days ago"] = ([Order("m", "stopped", Omeprazole) with { DispenseRequest = Until("2026-11-07") }], "2026-11-07", 14, 28),
        ["given yesterday"] = ([Dose("m", "2026-11-20", Omeprazole)], "2026-11-20", 1, 15),
        ["stopped in October"] = ([Order("m", "stopped", Omeprazole) with { DispenseRequest = Until("2026-10") }], "2026-10", 21, 35),
        ["stopped, day not recorded"] = ([Order("m", "stopped", Omeprazole)], null, 0, 0),
        ["intended"] = ([Statement("m", "intended", Omeprazole)], null, 50_000, 50_000),
    };

    public static TheoryData<string> LastDayStories => [.. LastDays.Keys];

    [Theory]
    [MemberData(nameof(LastDayStories))]
    public void The_last_day_of_a_proton_pump_inhibitor_and_the_days_without(string story)
    {
        var (record, day, today, inTwoWeeks) = LastDays[story];

        var medication = SomeChart.Picture(record).Medication;

        (medication.LastPpiDay is Fact<PartialDate>.Known known ? known.Value.ToString() : null).Should().Be(day, story);
        medication.PpiFreeDays(SomeChart.Today).Value().Low.Should().Be(today, story);
        medication.PpiFreeDays(SomeChart.Today.AddDays(14)).Value().Low.Should().Be(inTwoWeeks, story);
    }

    [Fact]
    public void Days_without_are_bounded_where_the_last_day_is_vague()
    {
        SomeChart.Picture(Order("m", "stopped", Omeprazole) with { DispenseRequest = Until("2026-10") }).Medication
            .PpiFreeDays(SomeChart.Today).Value().Should().Be(new Interval<decimal>(21, 51));
        SomeChart.Picture(Order("m", "stopped", Omeprazole)).Medication.PpiFreeDays(SomeChart.Today).Value().AtLeast(14).Should().Be(Truth.Unknown);
    }

    [Fact]
    public void One_that_was_taken_of_late_proves_it_whatever_else_could_not_be_asked()
    {
        Fact<Interval<decimal>> Without(string end) =>
            SomeChart.PictureWithGaps([DataNeed.MedicationAdministrations], Order("m", "stopped", Omeprazole) with { DispenseRequest = Until(end) })
                .Medication.PpiFreeDays(SomeChart.Today);

        Without("2026-11-08").Value().Should().Be(new Interval<decimal>(0, 13));
        Without("2026-11-07").WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
    }

    private static Dictionary<string, (Resource[] Record, string Expected)> Interferences => new()
    {
        ["nothing"] = ([], ""),
        ["an antidepressant, by its label"] = ([Order("m", "active", Code(RxNorm, "36437", "sertraline 50 MG Oral Tablet"))], "Sertraline"),
        ["a name alone"] = ([Order("m", "active", Words("Venlafaxine"))], "Venlafaxine"),
        ["several, once each"] =
            ([Order("a", "active", Sertraline), Statement("b", "active", Sertraline), Order("c", "active", Words("paracetamol"))], "Sertraline, paracetamol"),
        ["stopped three days before"] = ([Order("m", "stopped", Sertraline) with { DispenseRequest = Until("2026-11-18") }], ""),
        ["stopped two days before"] = ([Order("m", "stopped", Sertraline) with { DispenseRequest = Until("2026-11-19") }], "Sertraline"),
        ["unrelated"] = ([Order("m", "active", Words("amlodipine 5 mg"))], ""),
    };

    public static TheoryData<string> InterferenceStories => [.. Interferences.Keys];

    [Theory]
    [MemberData(nameof(InterferenceStories))]
    public void Drugs_that_change_a_5_hiaa(string story)
    {
        var (record, expected) = Interferences[story];

        string.Join(", ", SomeChart.Picture(record).Medication.HiaaInterference(SomeChart.Today).Value()).Should().Be(expected, story);
    }

    [Fact]
    public void A_drug_that_ends_before_the_planned_sample_does_not_interfere()
    {
        var medication = SomeChart.Picture(Order("m", "active", Sertraline) with { DispenseRequest = Until("2026-11-30") }).Medication;

        medication.HiaaInterference(new(2026, 12, 2)).Value().Should().Equal("Sertraline");
        medication.HiaaInterference(new(2026, 12, 3)).Value().Should().BeEmpty();
    }

    [Fact]
    public void One_interfering_drug_is_known_beside_a_failed_query() =>
        SomeChart.PictureWithGaps([DataNeed.MedicationStatements], Order("m", "active", Sertraline)).Medication
            .HiaaInterference(SomeChart.Today).Value().Should().Equal("Sertraline");

    private static Dictionary<string, (Resource[] Record, Truth Expected)> Opioids => new()
    {
        ["nothing"] = ([], Truth.No),
        ["by ATC group"] = ([Order("m", "active", Code(Atc, "N02AA05"))], Truth.Yes),
        ["by name"] = ([Statement("m", "active", Words("Oxycodone 10 mg as needed"))], Truth.Yes),
        ["given seven days ago"] = ([Dose("m", "2026-11-14", Words("fentanyl patch"))], Truth.Yes),
        ["given eight days ago"] = ([Dose("m", "2026-11-13", Words("fentanyl patch"))], Truth.No),
        ["stopped last year"] = ([Order("m", "stopped", Words("tramadol")) with { DispenseRequest = Until("2025-11-13") }], Truth.No),
        ["apomorphine is none"] = ([Order("m", "active", Words("apomorphine 10 mg/ml"))], Truth.No),
        ["allergy noted as a drug"] = ([Statement("m", "active", Words("morphine intolerance"))], Truth.No),
        ["paracetamol"] = ([Order("m", "active", Words("paracetamol"))], Truth.No),
    };

    public static TheoryData<string> OpioidStories => [.. Opioids.Keys];

    [Theory]
    [MemberData(nameof(OpioidStories))]
    public void An_opioid_now_or_of_late(string story) =>
        SomeChart.Picture(Opioids[story].Record).Medication.OpioidActive.Test(active => active).Should().Be(Opioids[story].Expected, story);

    private static DispenseRequest Until(string day) => new() { ValidityPeriod = new() { End = day } };
}
