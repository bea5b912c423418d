using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;
using NetCdsHooks.Tests.Support;
using static NetCdsHooks.Tests.Support.SomeResources;

namespace NetCdsHooks.Tests.Picture;

public sealed class MedicationFactsTests
{
    private static readonly CodeableConcept Lanreotide = Code(Atc, "H01CB03");
    private static readonly CodeableConcept Octreotide = Code(Atc, "H01CB02");
    private static readonly CodeableConcept OctreotideLar = Code(RxNorm, "898589");
    private static readonly CodeableConcept Omeprazole = Code(RxNorm, "7646");
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

        SomeChart.Picture(record).Medication.Ssa.Should().BeOfType<Fact<SsaUse>.Known>(story).Which.Value.Should().Be(expected, story);
    }

    public static TheoryData<DataNeed> MedicationNeeds =>
        [DataNeed.MedicationRequests, DataNeed.MedicationStatements, DataNeed.MedicationAdministrations];

    [Theory]
    [MemberData(nameof(MedicationNeeds))]
    public void A_failed_medication_query_makes_absence_unknown_but_leaves_what_was_found(DataNeed failed)
    {
        var nothing = SomeChart.PictureWithGaps([failed]).Medication;
        nothing.Ssa.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        nothing.PpiActive.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        nothing.PlatinumEver.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        nothing.SystemicTherapyEver.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);

        SomeChart.PictureWithGaps([failed], Order("m", "stopped", Lanreotide)).Medication.Ssa.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        SomeChart.PictureWithGaps([failed], Order("m", "active", Lanreotide)).Medication.Ssa
            .Should().BeOfType<Fact<SsaUse>.Known>().Which.Value.Should().Be(SsaUse.Active);
        SomeChart.PictureWithGaps([failed], Dose("m", "2020-01-01", Cisplatin)).Medication.PlatinumEver
            .Should().BeOfType<Fact<bool>.Known>().Which.Value.Should().BeTrue();
    }

    [Fact]
    public void A_drug_that_cannot_be_told_leaves_absence_unknown()
    {
        var nameless = Order("m", "active", Lanreotide) with { MedicationCodeableConcept = null, MedicationReference = new() { Target = "Medication/gone" } };

        var medication = SomeChart.Picture(nameless).Medication;

        medication.Ssa.WhyUnknown.Should().Be(UnknownReason.Unreadable);
        medication.PlatinumEver.Missing.Should().Equal("medication-requests");
    }

    [Fact]
    public void A_bare_code_of_no_list_may_be_any_drug()
    {
        var bare = SomeChart.Picture(Order("m", "active", Code(RxNorm, "99999999"))).Medication;

        bare.Ssa.WhyUnknown.Should().Be(UnknownReason.Unreadable);
        bare.PlatinumEver.Missing.Should().Equal("medication-requests");
        SomeChart.Picture(Order("m", "active", Code(RxNorm, "99999999", "Amlodipine 5 mg tablet"))).Medication.PlatinumEver.Test(ever => ever).Should().Be(Truth.No);
        SomeChart.Picture(Order("m", "active", Code("http://www.whocc.no/atc", "C08CA01"))).Medication.PlatinumEver.Test(ever => ever).Should().Be(Truth.No);
    }

    [Fact]
    public void A_dose_of_which_only_the_year_is_known_leaves_open_whether_it_still_acts() =>
        SomeChart.Picture(Dose("m", "2026", Lanreotide)).Medication.Ssa.WhyUnknown.Should().Be(UnknownReason.NotRecorded);

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
        SomeChart.Picture(Order("m", "active", Trust[story].Drug)).Medication.Ssa.Evidence
            .Should().ContainSingle().Which.Confidence.Should().Be(Trust[story].Expected, story);

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

    private static Dictionary<string, (Resource[] Record, bool Platinum, bool Systemic)> Therapies => new()
    {
        ["nothing"] = ([], false, false),
        ["cisplatin given"] = ([Dose("m", "2020-01-01", Cisplatin)], true, true),
        ["carboplatin by name"] = ([Order("m", "completed", Words("Carboplatin AUC 5"))], true, true),
        ["cisplatin not given"] = ([Dose("m", "2020-01-01", Cisplatin, "not-done")], false, false),
        ["temozolomide"] = ([Order("m", "completed", Code(Atc, "L01AX03"))], false, true),
        ["everolimus"] = ([Order("m", "active", Code(Atc, "L01EG02"))], false, true),
        ["everolimus after a transplant"] = ([Order("m", "active", Code(Atc, "L04AH02", "everolimus"))], false, false),
        ["sunitinib"] = ([Order("m", "stopped", Words("Sutent"))], false, true),
        ["cabozantinib"] = ([Order("m", "stopped", Words("cabozantinib"))], false, true),
        ["radionuclide therapy"] = ([Dose("m", "2025-01-01", Code(Atc, "V10XX04"))], false, true),
        ["radionuclide therapy as a procedure"] =
            ([new Procedure { Id = "p", Status = "completed", Code = Words("PRRT cycle 1"), PerformedDateTime = "2025-01-01" }], false, true),
        ["platinum coil as a procedure"] =
            ([new Procedure { Id = "p", Status = "completed", Code = Words("Platinum coil embolisation"), PerformedDateTime = "2025-01-01" }], false, false),
        ["long-acting analogue"] = ([Order("m", "active", Lanreotide)], false, true),
        ["short-acting octreotide"] = ([Order("m", "active", Octreotide)], false, false),
        ["intended only"] = ([Statement("m", "intended", Cisplatin)], false, false),
    };

    public static TheoryData<string> TherapyStories => [.. Therapies.Keys];

    [Theory]
    [MemberData(nameof(TherapyStories))]
    public void Therapies_ever_given(string story)
    {
        var (record, platinum, systemic) = Therapies[story];

        var medication = SomeChart.Picture(record).Medication;

        medication.PlatinumEver.Should().BeOfType<Fact<bool>.Known>(story).Which.Value.Should().Be(platinum, story);
        medication.SystemicTherapyEver.Should().BeOfType<Fact<bool>.Known>(story).Which.Value.Should().Be(systemic, story);
    }

    [Fact]
    public void A_failed_procedure_query_leaves_open_whether_a_radionuclide_was_given() =>
        SomeChart.PictureWithGaps([DataNeed.Procedures]).Medication.SystemicTherapyEver.Missing.Should().Equal("procedures");

    [Fact]
    public void The_last_day_of_systemic_therapy_is_the_latest_of_all()
    {
        SomeChart.Picture(Dose("a", "2019-05-01", Cisplatin), Dose("b", "2020-07-01", Code(Atc, "V10XX04"))).Medication
            .LastSystemicTherapy.Should().Be((PartialDate)new DateOnly(2020, 7, 1));
        SomeChart.Picture().Medication.LastSystemicTherapy.Should().BeNull();
    }

    private static DispenseRequest Until(string day) => new() { ValidityPeriod = new() { End = day } };
}
