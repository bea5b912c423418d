using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;
using NetCdsHooks.Tests.Support;
using static NetCdsHooks.Tests.Support.SomeResources;

namespace NetCdsHooks.Tests.Picture;

public sealed class SsaFactsTests
{
    private static readonly CodeableConcept Lanreotide = Code(Atc, "H01CB03");
    private static readonly CodeableConcept Octreotide = Code(Atc, "H01CB02");
    private static readonly CodeableConcept OctreotideLar = Code(RxNorm, "898589");
    private static readonly CodeableConcept Cisplatin = Code(RxNorm, "2555");

    private static Dictionary<string, (Resource[] Record, SsaUse Expected)> Analogues => new()
    {
        ["nothing"] = ([], SsaUse.Never),
        ["lanreotide ordered"] = ([Order("m", "active", Lanreotide)], SsaUse.Active),
        ["lanreotide by product code"] = ([Order("m", "active", Code(RxNorm, "749811"))], SsaUse.Active),
        ["lanreotide by brand"] = ([Order("m", "active", Words("Somatuline Autogel 120 mg"))], SsaUse.Active),
        ["lanreotide stated"] = ([Statement("m", "active", Lanreotide)], SsaUse.Active),
        ["on hold counts as active"] = ([Order("m", "on-hold", Lanreotide)], SsaUse.Active),
        ["octreotide LAR by code"] = ([Order("m", "active", OctreotideLar)], SsaUse.Active),
        ["octreotide LAR by wording"] = ([Order("m", "active", Code(Atc, "H01CB02", "Sandostatin LAR 30 mg"))], SsaUse.Active),
        ["octreotide, depot named in the instruction"] =
            ([Order("m", "active", Octreotide) with { DosageInstruction = [new() { Text = "30 mg LAR every 4 weeks" }] }], SsaUse.Active),
        ["octreotide into a muscle"] =
            ([Order("m", "active", Octreotide) with { DosageInstruction = [new() { Route = Words("intramuscular") }] }], SsaUse.Active),
        ["octreotide without depot wording"] = ([Order("m", "active", Code(Atc, "H01CB02", "Octreotide 30 mg"))], SsaUse.Never),
        ["octreotide 100 ug subcutaneous"] =
            ([Order("m", "active", Octreotide) with { DosageInstruction = [new() { Text = "100 ug three times a day", Route = Words("subcutaneous") }] }], SsaUse.Never),
        ["stopped"] = ([Order("m", "stopped", Lanreotide)], SsaUse.Past),
        ["completed long ago"] = ([Order("m", "completed", Lanreotide)], SsaUse.Past),
        ["stated as stopped"] = ([Statement("m", "stopped", Lanreotide)], SsaUse.Past),
        ["dose 42 days ago"] = ([Dose("m", "2026-10-10", Lanreotide)], SsaUse.Active),
        ["dose 43 days ago"] = ([Dose("m", "2026-10-09", Lanreotide)], SsaUse.Past),
        ["stopped, but a dose 20 days ago"] = ([Order("m", "stopped", Lanreotide), Dose("d", "2026-11-01", Lanreotide)], SsaUse.Active),
        ["dose of this month, day not recorded"] = ([Dose("m", "2026-11", Lanreotide)], SsaUse.Active),
        ["dose without a date"] = ([Dose("m", null, Lanreotide)], SsaUse.Past),
        ["dose recorded as a procedure"] =
            ([new Procedure { Id = "p", Status = "completed", Code = Words("Lanreotide injection 120 mg"), PerformedDateTime = "2026-11-01" }], SsaUse.Active),
        ["order whose validity ended 42 days ago"] = ([Order("m", "active", Lanreotide) with { DispenseRequest = Until("2026-10-10") }], SsaUse.Active),
        ["order whose validity ended 43 days ago"] = ([Order("m", "active", Lanreotide) with { DispenseRequest = Until("2026-10-09") }], SsaUse.Past),
        ["stopped before the end of its validity"] = ([Order("m", "stopped", Lanreotide) with { DispenseRequest = Until("2027-03-01") }], SsaUse.Past),
        ["dose not given"] = ([Dose("m", "2026-11-01", Lanreotide, "not-done")], SsaUse.Never),
        ["dose stopped partway"] = ([Dose("m", "2026-11-01", Lanreotide, "stopped")], SsaUse.Never),
        ["dose dated in the future"] = ([Dose("m", "2027-01-01", Lanreotide)], SsaUse.Never),
        ["cancelled order"] = ([Order("m", "cancelled", Lanreotide)], SsaUse.Never),
        ["entered in error"] = ([Order("m", "entered-in-error", Lanreotide)], SsaUse.Never),
        ["draft"] = ([Order("m", "draft", Lanreotide)], SsaUse.Never),
        ["proposal"] = ([Order("m", "active", Lanreotide) with { Intent = "proposal" }], SsaUse.Never),
        ["intended"] = ([Statement("m", "intended", Lanreotide)], SsaUse.Never),
        ["stated not to be taken"] = ([Statement("m", "not-taken", Lanreotide)], SsaUse.Never),
        ["ordered, then stated not to be taken"] = ([Order("m", "active", Lanreotide), Statement("n", "not-taken", Lanreotide)], SsaUse.Never),
        ["another drug not taken"] = ([Order("m", "active", Lanreotide), Statement("n", "not-taken", Octreotide)], SsaUse.Active),
        ["the short-acting one not taken"] =
            ([Order("m", "active", OctreotideLar), Statement("n", "not-taken", Octreotide)], SsaUse.Active),
        ["the depot not taken"] = ([Order("m", "active", OctreotideLar), Statement("n", "not-taken", OctreotideLar)], SsaUse.Never),
        ["not taken, but ordered again later"] =
            ([Order("m", "active", Lanreotide) with { AuthoredOn = "2026-06-01" }, Statement("n", "not-taken", Lanreotide)], SsaUse.Active),
        ["scan with an octreotide tracer"] = ([Dose("m", "2026-11-01", Words("Indium-111 octreotide scan"))], SsaUse.Never),
        ["contained medication"] =
            ([Order("m", "active", Lanreotide) with
            {
                MedicationCodeableConcept = null,
                MedicationReference = new() { Target = "#1" },
                Contained = [new Medication { Id = "1", Code = Lanreotide }],
            }], SsaUse.Active),
        ["referenced medication"] =
            ([Order("m", "active", Lanreotide) with { MedicationCodeableConcept = null, MedicationReference = new() { Target = "Medication/9" } },
                new Medication { Id = "9", Code = OctreotideLar }], SsaUse.Active),
        ["reference with only a name"] =
            ([Order("m", "active", Lanreotide) with
            {
                MedicationCodeableConcept = null,
                MedicationReference = new() { Target = "Medication/9", Display = "lanreotide 120 mg" },
            }], SsaUse.Active),
    };

    public static TheoryData<string> AnalogueStories => [.. Analogues.Keys];

    [Theory]
    [MemberData(nameof(AnalogueStories))]
    public void Use_of_a_long_acting_analogue(string story)
    {
        var (record, expected) = Analogues[story];

        SomeChart.Picture(record).Ssa.Use.Should().BeOfType<Fact<SsaUse>.Known>(story).Which.Value.Should().Be(expected, story);
    }

    public static TheoryData<DataNeed> MedicationNeeds =>
        [DataNeed.MedicationRequests, DataNeed.MedicationStatements, DataNeed.MedicationAdministrations];

    [Theory]
    [MemberData(nameof(MedicationNeeds))]
    public void A_failed_medication_query_makes_absence_unknown_but_leaves_what_was_found(DataNeed failed)
    {
        var nothing = SomeChart.PictureWithGaps([failed]);
        foreach (var fact in new IFact[]
        {
            nothing.Ssa.Use, nothing.Ssa.LongActing, nothing.Ssa.LongActingStart, nothing.Ssa.LastLongActingDose, nothing.Ssa.NextLongActingDose,
            nothing.Ssa.ShortActingActive, nothing.Ssa.Stopped, nothing.Ssa.StoppedForCure, nothing.Ssa.LongActingDoseBetween(default, SomeChart.Today),
            nothing.Prrt.Cycles, nothing.Prrt.Planned, nothing.Antitumour.EverolimusEver, nothing.Antitumour.ChemotherapyEver,
            nothing.Antitumour.PlatinumEver, nothing.Antitumour.SystemicEver, nothing.Antitumour.SystemicBeyondSsa, nothing.Medication.PpiActive,
            nothing.Medication.LastPpiDay, nothing.Medication.PpiFreeDays(SomeChart.Today), nothing.Medication.HiaaInterference(SomeChart.Today),
            nothing.Medication.OpioidActive,
        })
            fact.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);

        SomeChart.PictureWithGaps([failed], Order("m", "stopped", Lanreotide)).Ssa.Use.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        SomeChart.PictureWithGaps([failed], Order("m", "active", Lanreotide)).Ssa.Use
            .Should().BeOfType<Fact<SsaUse>.Known>().Which.Value.Should().Be(SsaUse.Active);
        SomeChart.PictureWithGaps([failed], Dose("m", "2020-01-01", Cisplatin)).Antitumour.PlatinumEver
            .Should().BeOfType<Fact<bool>.Known>().Which.Value.Should().BeTrue();
    }

    [Fact]
    public void A_drug_that_cannot_be_told_leaves_absence_unknown()
    {
        var nameless = Order("m", "active", Lanreotide) with { MedicationCodeableConcept = null, MedicationReference = new() { Target = "Medication/gone" } };

        var picture = SomeChart.Picture(nameless);

        picture.Ssa.Use.WhyUnknown.Should().Be(UnknownReason.Unreadable);
        picture.Antitumour.PlatinumEver.Missing.Should().Equal("medication-requests");
    }

    [Fact]
    public void A_bare_code_of_no_list_may_be_any_drug()
    {
        var bare = SomeChart.Picture(Order("m", "active", Code(RxNorm, "99999999")));

        bare.Ssa.Use.WhyUnknown.Should().Be(UnknownReason.Unreadable);
        bare.Antitumour.PlatinumEver.Missing.Should().Equal("medication-requests");
        SomeChart.Picture(Order("m", "active", Code(RxNorm, "99999999", "Amlodipine 5 mg tablet"))).Antitumour.PlatinumEver.Test(ever => ever).Should().Be(Truth.No);
        SomeChart.Picture(Order("m", "active", Code("http://www.whocc.no/atc", "C08CA01"))).Antitumour.PlatinumEver.Test(ever => ever).Should().Be(Truth.No);
    }

    [Fact]
    public void A_dose_of_which_only_the_year_is_known_leaves_open_whether_it_still_acts() =>
        SomeChart.Picture(Dose("m", "2026", Lanreotide)).Ssa.Use.WhyUnknown.Should().Be(UnknownReason.NotRecorded);

    private static Dictionary<string, (CodeableConcept Drug, Confidence Expected)> Trust => new()
    {
        ["code in the list"] = (Lanreotide, Confidence.Coded),
        ["wording beside a code that is not in the list"] = (Code(RxNorm, "1", "lanreotide 120 mg"), Confidence.Coded),
        ["wording alone"] = (Words("lanreotide 120 mg"), Confidence.FreeText),
    };

    public static TheoryData<string> TrustStories => [.. Trust.Keys];

    [Theory]
    [MemberData(nameof(TrustStories))]
    public void Only_a_drug_without_any_code_is_free_text(string story) =>
        SomeChart.Picture(Order("m", "active", Trust[story].Drug)).Ssa.Use.Evidence
            .Should().ContainSingle().Which.Confidence.Should().Be(Trust[story].Expected, story);

    private static Dictionary<string, (Resource[] Record, LongActingSsa Expected)> DrugsInUse => new()
    {
        ["nothing"] = ([], LongActingSsa.None),
        ["lanreotide ordered"] = ([Order("m", "active", Lanreotide)], LongActingSsa.Lanreotide),
        ["octreotide LAR stated"] = ([Statement("m", "active", OctreotideLar)], LongActingSsa.OctreotideLar),
        ["short-acting octreotide"] = ([Order("m", "active", Octreotide)], LongActingSsa.None),
        ["both"] = ([Order("m", "active", Lanreotide), Order("n", "active", OctreotideLar)], LongActingSsa.Several),
        ["ordered and stated"] = ([Order("m", "active", Lanreotide), Statement("n", "active", Lanreotide)], LongActingSsa.Lanreotide),
        ["doses without an order"] = ([Dose("d", "2026-10-24", OctreotideLar)], LongActingSsa.OctreotideLar),
        ["last dose 43 days ago"] = ([Dose("d", "2026-10-09", OctreotideLar)], LongActingSsa.None),
        ["order completed, last dose 28 days ago"] =
            ([Order("m", "completed", OctreotideLar), Dose("d", "2026-10-24", OctreotideLar)], LongActingSsa.None),
        ["an order that ended years before the dose"] =
            ([Order("m", "completed", OctreotideLar) with { DispenseRequest = Until("2020-01-01") }, Dose("d", "2026-10-24", OctreotideLar)], LongActingSsa.OctreotideLar),
        ["switched: one completed, the other ordered"] =
            ([Order("m", "completed", OctreotideLar), Dose("d", "2026-10-24", OctreotideLar), Order("n", "active", Lanreotide)], LongActingSsa.Lanreotide),
    };

    public static TheoryData<string> DrugInUseStories => [.. DrugsInUse.Keys];

    [Theory]
    [MemberData(nameof(DrugInUseStories))]
    public void The_long_acting_analogue_in_use(string story)
    {
        var (record, expected) = DrugsInUse[story];

        SomeChart.Picture(record).Ssa.LongActing.Value().Should().Be(expected, story);
    }

    [Fact]
    public void The_name_of_an_active_analogue_is_known_beside_a_failed_query_but_not_that_it_is_the_only_one()
    {
        var ssa = SomeChart.PictureWithGaps([DataNeed.MedicationStatements], Order("m", "active", OctreotideLar)).Ssa;

        ssa.LongActingDrug.Value().Should().Be("octreotide LAR");
        ssa.LongActing.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        SomeChart.Picture(Order("m", "active", Lanreotide), Order("n", "active", OctreotideLar)).Ssa.LongActingDrug.Value()
            .Should().Be("lanreotide and octreotide LAR");
        SomeChart.Picture().Ssa.LongActingDrug.WhyUnknown.Should().Be(UnknownReason.NotRecorded);
    }

    private static Dictionary<string, (Resource[] Record, string? Expected)> Starts => new()
    {
        ["nothing"] = ([], null),
        ["an order since January"] = ([Order("m", "active", Lanreotide)], "2026-01-10"),
        ["month alone"] = ([Order("m", "active", Lanreotide) with { AuthoredOn = "2026-03" }], "2026-03"),
        ["order without a day"] = ([Order("m", "active", Lanreotide) with { AuthoredOn = null }], null),
        ["order without a day, with a dose"] =
            ([Order("m", "active", Lanreotide) with { AuthoredOn = null }, Dose("d", "2026-11-01", Lanreotide)], "2026-11-01"),
        ["doses every four weeks before the order"] =
            ([Order("m", "active", Lanreotide) with { AuthoredOn = "2026-11-01" }, Dose("a", "2026-09-20", Lanreotide), Dose("b", "2026-08-09", Lanreotide)], "2026-08-09"),
        ["a gap of more than 42 days begins anew"] =
            ([Dose("a", "2026-11-01", Lanreotide), Dose("b", "2026-09-19", Lanreotide)], "2026-11-01"),
        ["a switch of the drug does not interrupt"] =
            ([Order("m", "active", Lanreotide) with { AuthoredOn = "2026-10-01" }, Order("n", "stopped", OctreotideLar) with { DispenseRequest = Until("2026-09-15") }], "2026-01-10"),
        ["a long-ended order does"] =
            ([Order("m", "active", Lanreotide) with { AuthoredOn = "2026-10-01" }, Order("n", "stopped", Lanreotide) with { DispenseRequest = Until("2026-05-01") }], "2026-10-01"),
        ["an order stopped at an unknown time does not count"] =
            ([Order("m", "active", Lanreotide) with { AuthoredOn = "2026-10-01" }, Order("n", "stopped", Lanreotide)], "2026-10-01"),
        ["past alone"] = ([Order("m", "stopped", Lanreotide)], null),
    };

    public static TheoryData<string> StartStories => [.. Starts.Keys];

    [Theory]
    [MemberData(nameof(StartStories))]
    public void The_start_of_the_present_treatment(string story)
    {
        var (record, expected) = Starts[story];

        Day(SomeChart.Picture(record).Ssa.LongActingStart).Should().Be(expected, story);
    }

    private static Dictionary<string, (Resource[] Record, string? Last, string? Next)> Doses => new()
    {
        ["nothing"] = ([], null, null),
        ["an order tells no dose"] = ([Order("m", "active", Lanreotide)], null, null),
        ["doses given"] = ([Dose("a", "2026-10-01", Lanreotide), Dose("b", "2026-10-29", Lanreotide), Dose("c", "2026-11-10", Octreotide)], "2026-10-29", null),
        ["a dose as a procedure"] =
            ([new Procedure { Id = "p", Status = "completed", Code = Words("Lanreotide injection"), PerformedDateTime = "2026-11-07" }], "2026-11-07", null),
        ["an order with the days of its doses"] =
            ([Order("m", "active", Lanreotide) with { DosageInstruction = [new() { Timing = new() { Event = ["2026-10-27", "2026-11-24", "2026-12-22"] } }] }], "2026-10-27", "2026-11-24"),
        ["a dose due today is the next one"] =
            ([Order("m", "active", Lanreotide) with { DosageInstruction = [new() { Timing = new() { Event = ["2026-11-21"] } }] }], null, "2026-11-21"),
        ["an undated dose"] = ([Dose("a", null, Lanreotide)], null, null),
        ["a dose not given"] = ([Dose("a", "2026-11-01", Lanreotide, "not-done")], null, null),
        ["an intended start"] = ([Statement("m", "intended", Lanreotide) with { EffectiveDateTime = "2026-12-01" }], null, "2026-12-01"),
        ["a booked injection"] =
            ([new Appointment { Id = "a", Status = "booked", Description = "Lanreotide injection", Start = "2026-12-03T09:00:00Z" }], null, "2026-12-03"),
        ["a cancelled booking"] =
            ([new Appointment { Id = "a", Status = "cancelled", Description = "Lanreotide injection", Start = "2026-12-03T09:00:00Z" }], null, null),
        ["a booking that has passed"] =
            ([new Appointment { Id = "a", Status = "booked", Description = "Lanreotide injection", Start = "2026-11-03T09:00:00Z" }], null, null),
    };

    public static TheoryData<string> DoseStories => [.. Doses.Keys];

    [Theory]
    [MemberData(nameof(DoseStories))]
    public void The_last_and_the_next_long_acting_dose(string story)
    {
        var (record, last, next) = Doses[story];

        var ssa = SomeChart.Picture(record).Ssa;

        Day(ssa.LastLongActingDose).Should().Be(last, story);
        Day(ssa.NextLongActingDose).Should().Be(next, story);
    }

    [Fact]
    public void A_dose_that_is_found_lies_between_two_days_whatever_else_could_not_be_asked()
    {
        var (first, last) = (new DateOnly(2026, 10, 25), new DateOnly(2026, 11, 20));

        SomeChart.PictureWithGaps([DataNeed.Procedures], Dose("a", "2026-10-25", Lanreotide)).Ssa.LongActingDoseBetween(first, last).Value().Should().BeTrue();
        SomeChart.Picture(Dose("a", "2026-10-24", Lanreotide)).Ssa.LongActingDoseBetween(first, last).Value().Should().BeFalse();
        SomeChart.Picture(Dose("a", "2026-10", Lanreotide)).Ssa.LongActingDoseBetween(first, last).WhyUnknown.Should().Be(UnknownReason.NotRecorded);
        SomeChart.Picture(Dose("a", null, Lanreotide)).Ssa.LongActingDoseBetween(first, last).WhyUnknown.Should().Be(UnknownReason.NotRecorded);
    }

    private static Dictionary<string, (Resource[] Record, Truth Expected)> ShortActings => new()
    {
        ["nothing"] = ([], Truth.No),
        ["ordered"] = ([Order("m", "active", Octreotide)], Truth.Yes),
        ["depot"] = ([Order("m", "active", OctreotideLar)], Truth.No),
        ["given yesterday"] = ([Dose("m", "2026-11-20", Octreotide)], Truth.Yes),
        ["given two days ago"] = ([Dose("m", "2026-11-19", Octreotide)], Truth.No),
        ["given this month"] = ([Dose("m", "2026-11", Octreotide)], Truth.Unknown),
        ["completed"] = ([Order("m", "completed", Octreotide)], Truth.No),
    };

    public static TheoryData<string> ShortActingStories => [.. ShortActings.Keys];

    [Theory]
    [MemberData(nameof(ShortActingStories))]
    public void Short_acting_octreotide(string story) =>
        SomeChart.Picture(ShortActings[story].Record).Ssa.ShortActingActive.Test(active => active).Should().Be(ShortActings[story].Expected, story);

    private static Dictionary<string, (Resource[] Record, Truth Expected)> Stops => new()
    {
        ["nothing"] = ([], Truth.No),
        ["active"] = ([Order("m", "active", Lanreotide)], Truth.No),
        ["stopped 30 days ago"] = ([Order("m", "stopped", Lanreotide) with { DispenseRequest = Until("2026-10-22") }], Truth.Yes),
        ["stopped 31 days ago"] = ([Order("m", "stopped", Lanreotide) with { DispenseRequest = Until("2026-10-21") }], Truth.No),
        ["stopped in October"] = ([Order("m", "stopped", Lanreotide) with { DispenseRequest = Until("2026-10") }], Truth.Unknown),
        ["stopped, day not recorded"] = ([Order("m", "stopped", Lanreotide)], Truth.Unknown),
        ["ordered and stopped within 30 days"] = ([Order("m", "stopped", Lanreotide) with { AuthoredOn = "2026-11-01" }], Truth.Yes),
        ["stopped before the end that was planned"] = ([Order("m", "stopped", Lanreotide) with { DispenseRequest = Until("2027-03-01") }], Truth.Unknown),
        ["stated as stopped"] =
            ([Statement("m", "stopped", Lanreotide) with { EffectiveDateTime = null, EffectivePeriod = new() { Start = "2024-01-01", End = "2026-11-10" } }], Truth.Yes),
        ["completed, not stopped"] = ([Order("m", "completed", Lanreotide) with { DispenseRequest = Until("2026-11-10") }], Truth.No),
        ["the other analogue in its place"] =
            ([Order("m", "stopped", Lanreotide) with { DispenseRequest = Until("2026-11-10") }, Order("n", "active", OctreotideLar)], Truth.No),
        ["short-acting octreotide stopped"] = ([Order("m", "stopped", Octreotide) with { DispenseRequest = Until("2026-11-10") }], Truth.No),
    };

    public static TheoryData<string> StopStories => [.. Stops.Keys];

    [Theory]
    [MemberData(nameof(StopStories))]
    public void A_long_acting_analogue_stopped_of_late(string story) =>
        SomeChart.Picture(Stops[story].Record).Ssa.Stopped.Test(stopped => stopped).Should().Be(Stops[story].Expected, story);

    public static TheoryData<string, bool> StopReasons => new()
    {
        { "Completed surgery, R0", true },
        { "curative resection", true },
        { "cured", true },
        { "not curative", false },
        { "awaiting curative surgery", false },
        { "planned curative resection", false },
        { "before curative resection", false },
        { "bridging to curative surgery", false },
        { "palliative", false },
        { "after curative resection", true },
        { "diarrhoea", false },
    };

    [Theory]
    [MemberData(nameof(StopReasons))]
    public void The_reason_of_a_stop_may_say_that_the_tumour_was_removed(string reason, bool expected)
    {
        var order = Order("m", "stopped", Lanreotide) with { DispenseRequest = Until("2026-11-10"), StatusReason = Words(reason) };
        var statement = Statement("m", "stopped", Lanreotide) with { EffectivePeriod = new() { End = "2026-11-10" }, StatusReason = [Words(reason)] };

        SomeChart.Picture(order).Ssa.StoppedForCure.Value().Should().Be(expected);
        SomeChart.Picture(statement).Ssa.StoppedForCure.Value().Should().Be(expected);
    }

    private static DispenseRequest Until(string day) => new() { ValidityPeriod = new() { End = day } };

    private static string? Day(Fact<PartialDate> fact) => fact is Fact<PartialDate>.Known known ? known.Value.ToString() : null;
}
