using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Support;
using static NetCdsHooks.Tests.Support.SomeResources;

namespace NetCdsHooks.Tests.Picture;

public sealed class QualityFactsTests
{
    private static readonly Observation Ki67Result = Result("k", "29593-1", "2026-01-10");
    private static readonly Fact<Ki67> NoKi67 = Fact.Unknown<Ki67>(UnknownReason.NotRecorded);
    private static readonly Fact<Differentiation> NoDifferentiation = Fact.Unknown<Differentiation>(UnknownReason.NotRecorded);

    private static Dictionary<string, (Observation Result, string? Expected)> Proliferation => new()
    {
        ["150 %"] = (Ki67Result with { ValueQuantity = Amount(150, "%") }, "the Ki-67 in Observation/k is outside 0 to 100 %"),
        ["negative"] = (Ki67Result with { ValueQuantity = Amount(-1, "%") }, "the Ki-67 in Observation/k is outside 0 to 100 %"),
        ["whole number of 101"] = (Ki67Result with { ValueInteger = 101 }, "the Ki-67 in Observation/k is outside 0 to 100 %"),
        ["range up to 120"] = (Ki67Result with { ValueRange = new() { High = Amount(120, "%") } }, "the Ki-67 in Observation/k is outside 0 to 100 %"),
        ["0.25 without a unit"] = (Ki67Result with { ValueQuantity = new() { Value = 0.25m } }, "the Ki-67 in Observation/k is below 1 and has no unit"),
        ["0.25 without a unit in words"] = (Ki67Result with { ValueString = "0.25" }, "the Ki-67 in Observation/k is below 1 and has no unit"),
        ["0.25 as a code, percent in print"] = (Ki67Result with { ValueQuantity = new() { Value = 0.25m, Code = "1", Unit = "%" } }, "the Ki-67 in Observation/k has two different units; the coded one was used"),
        ["values of two grades"] = (Ki67Result with { ValueString = "2 %, metastasis 25 %" }, "the Ki-67 in Observation/k names values of different grades; the first was used"),
        ["values of one grade"] = (Ki67Result with { ValueString = "5 %, metastasis 9 %" }, null),
        ["0.25 %"] = (Ki67Result with { ValueQuantity = Amount(0.25m, "%") }, null),
        ["5 without a unit"] = (Ki67Result with { ValueQuantity = new() { Value = 5 } }, null),
        ["100 %"] = (Ki67Result with { ValueQuantity = Amount(100, "%") }, null),
        ["0 %"] = (Ki67Result with { ValueQuantity = Amount(0, "%") }, null),
        ["150 % entered in error"] = (Ki67Result with { Status = "entered-in-error", ValueQuantity = Amount(150, "%") }, null),
        ["another result of 150"] = (Result("k", "9811-1", "2026-01-10") with { ValueQuantity = Amount(150, "ug/L") }, null),
    };

    public static TheoryData<string> ProliferationStories => [.. Proliferation.Keys];

    [Theory]
    [MemberData(nameof(ProliferationStories))]
    public void A_Ki67_outside_0_to_100_is_a_problem(string story)
    {
        var (result, expected) = Proliferation[story];

        Phrases(new PathologyProblems(SomeChart.Of(result)).Find(NoKi67, NoDifferentiation)).Should().Equal(Expected(expected), story);
    }

    private static Dictionary<string, (Observation Result, string? Expected)> Wordings => new()
    {
        ["a word"] = (Ki67Result with { ValueString = "low" }, "the Ki-67 in Observation/k could not be read"),
        ["more than all cells"] = (Ki67Result with { ValueString = "150 %" }, "the Ki-67 in Observation/k could not be read"),
        ["a share of few cells"] = (Ki67Result with { ValueString = "10 of 50 cells" }, "the Ki-67 in Observation/k could not be read"),
        ["a share of cells"] = (Ki67Result with { ValueString = "3/500 cells" }, null),
        ["a percentage"] = (Ki67Result with { ValueString = "2-3 %" }, null),
        ["a reason why there is none"] = (Ki67Result with { DataAbsentReason = Code("x", "masked") }, null),
        ["not measured"] = (Ki67Result with { DataAbsentReason = Code("x", "not-performed") }, null),
    };

    public static TheoryData<string> WordingStories => [.. Wordings.Keys];

    [Theory]
    [MemberData(nameof(WordingStories))]
    public void A_Ki67_that_cannot_be_read_is_a_problem_whatever_else_could_not_be_asked(string story)
    {
        var (result, expected) = Wordings[story];

        Phrases(new PathologyProblems(SomeChart.WithGaps([DataNeed.Reports], result)).Find(NoKi67, NoDifferentiation)).Should().Equal(Expected(expected), story);
    }

    private static Dictionary<string, (Observation Result, string? Expected)> Stages => new()
    {
        ["a group"] = (Result("s", "21908-9", "2026-01-10") with { ValueString = "Stage IV" }, null),
        ["a word for the extent"] = (Result("s", "21908-9", "2026-01-10") with { ValueString = "Metastatic" }, null),
        ["not assessed"] = (Result("s", "21908-9", "2026-01-10") with { ValueString = "not assessed" }, null),
        ["unknown"] = (Result("s", "21908-9", "2026-01-10") with { ValueString = "Unknown" }, null),
        ["no value"] = (Result("s", "21908-9", "2026-01-10"), null),
        ["a category without its letter"] = (Result("s", "21905-5", "2026-01-10") with { ValueString = "3" }, null),
        ["something else"] = (Result("s", "21908-9", "2026-01-10") with { ValueString = "see letter" }, "the stage in Observation/s could not be read"),
        ["a category that is none"] = (Result("s", "21907-1", "2026-01-10") with { ValueString = "positive" }, "the stage in Observation/s could not be read"),
    };

    public static TheoryData<string> StageStories => [.. Stages.Keys];

    [Theory]
    [MemberData(nameof(StageStories))]
    public void A_stage_that_cannot_be_read_is_a_problem(string story)
    {
        var (result, expected) = Stages[story];

        TumourRecord.Of(result).Quality.Problems.Value().Should().Equal(Expected(expected), story);
    }

    [Theory]
    [InlineData("advanced", "the stage in Condition/net could not be read")]
    [InlineData("Grade 2", null)]
    [InlineData("Stage IIA", null)]
    public void A_stage_of_the_diagnosis_that_cannot_be_read_is_a_problem(string summary, string? expected) =>
        TumourRecord.Of(TumourRecord.Diagnosis("net", TumourRecord.Icd("C7A.012")) with { Stage = [new() { Summary = TumourRecord.Text(summary) }] }).Quality.Problems.Value()
            .Should().Equal(Expected(expected));

    public static TheoryData<string, decimal, string?> Carcinomas => new()
    {
        { "8 %", 8, "poorly differentiated carcinoma is recorded with a Ki-67 of 20 % or less (8 %)" },
        { "20 %", 20, "poorly differentiated carcinoma is recorded with a Ki-67 of 20 % or less (20 %)" },
        { "21 %", 21, null },
    };

    [Theory]
    [MemberData(nameof(Carcinomas))]
    public void A_carcinoma_with_a_low_Ki67_is_a_problem(string raw, decimal percent, string? expected)
    {
        var ki67 = Fact.Known(new Ki67(Interval<decimal>.Exactly(percent), raw));

        Phrases(new PathologyProblems(SomeChart.Of()).Find(ki67, Fact.Known(Differentiation.Poor))).Should().Equal(Expected(expected));
        Phrases(new PathologyProblems(SomeChart.Of()).Find(ki67, Fact.Known(Differentiation.Well))).Should().BeEmpty();
        Phrases(new PathologyProblems(SomeChart.Of()).Find(ki67, NoDifferentiation)).Should().BeEmpty();
    }

    private static Dictionary<string, (Observation Result, string? Expected)> Units => new()
    {
        ["chromogranin A without a unit"] = (Marker("9811-1", null), "the chromogranin A in Observation/m is not in a unit that is known"),
        ["chromogranin A in percent"] = (Marker("9811-1", "%"), "the chromogranin A in Observation/m is not in a unit that is known"),
        ["chromogranin A in ng/mL"] = (Marker("9811-1", "ng/mL"), null),
        ["chromogranin A with a micro sign"] = (Marker("9811-1", "\u00B5g/L"), null),
        ["chromogranin A with the Greek letter"] = (Marker("9811-1", "\u03BCg/l"), null),
        ["chromogranin A in mcg/L"] = (Marker("9811-1", "mcg/L"), null),
        ["chromogranin A in nmol/L"] = (Marker("25587-7", "nmol/L"), null),
        ["5-HIAA without a unit"] = (Marker("1695-6", null), "the 5-HIAA in Observation/m is not in a unit that is known"),
        ["5-HIAA in mg/TV"] = (Marker("1695-6", "mg/TV"), "the 5-HIAA in Observation/m is not in a unit that is known"),
        ["5-HIAA in mg/24h"] = (Marker("1695-6", "mg/24 hrs"), null),
        ["5-HIAA in UCUM"] = (Marker("14573-0", "umol/(24.h)"), null),
        ["chromogranin A in mg/L, in words"] = (Said("9811-1", "0.09 mg/L"), "the chromogranin A in Observation/m is not in a unit that is known"),
        ["chromogranin A in mg/L beside a range in mg/L"] = (Said("9811-1", "0.09 mg/L") with { ReferenceRange = [new() { High = Amount(0.1m, "mg/L") }] }, null),
        ["chromogranin A with two units"] = (Coded("9811-1", "ug/L", "nmol/L"), "the chromogranin A in Observation/m has two different units; the coded one was used"),
        ["chromogranin A with two names of one unit"] = (Coded("9811-1", "ug/L", "ng/mL"), null),
        ["5-HIAA per day in German"] = (Said("1695-6", "45 mg/Tag"), "the 5-HIAA in Observation/m is not in a unit that is known"),
        ["5-HIAA high"] = (Said("1695-6", "high"), "the 5-HIAA in Observation/m could not be read"),
        ["5-HIAA high, and the laboratory says so"] = (Said("1695-6", "high") with { Interpretation = [Code("x", "H")] }, null),
        ["5-HIAA pending"] = (Said("1695-6", "pending"), null),
        ["5-HIAA per litre for a day"] = (Marker("1695-6", "mg/L"), "the 5-HIAA in Observation/m is not in a unit that is known"),
        ["NT-proBNP in ng/mL"] = (Marker("33762-6", "ng/mL"), null),
        ["NT-proBNP in pmol/L"] = (Marker("33762-6", "pmol/L"), null),
        ["NT-proBNP without a unit"] = (Marker("33762-6", null), "the NT-proBNP in Observation/m is not in a unit that is known"),
        ["NT-proBNP in units"] = (Marker("33762-6", "U/L"), "the NT-proBNP in Observation/m is not in a unit that is known"),
        ["NT-proBNP below zero"] = (Marker("33762-6", "pg/mL") with { ValueQuantity = Amount(-1, "pg/mL") }, "the NT-proBNP in Observation/m could not be read"),
        ["size in millimetres, in words"] = (Measured("27 millimetres"), null),
        ["size in numerals, in words"] = (Measured("two centimeters"), "the tumour size in Observation/m could not be read in mm or cm"),
        ["size without a unit, in words"] = (Measured("2.1"), "the tumour size in Observation/m could not be read in mm or cm"),
        ["size in inches, in words"] = (Measured("3/4 inch"), "the tumour size in Observation/m could not be read in mm or cm"),
        ["size not measured"] = (Measured("not measured"), null),
        ["size with two units"] =
            (Size("m", "2026-01-10", 1) with { ValueQuantity = new() { Value = 2.4m, Unit = "cm", Code = "mm" } }, "the tumour size in Observation/m has two different units; the coded one was used"),
        ["another result without a unit"] = (Marker("15060-7", null), null),
        ["size in inches"] = (Size("m", "2026-01-10", 1, "in"), "the tumour size in Observation/m is not in mm or cm"),
        ["size without a unit"] = (Size("m", "2026-01-10", 18, null), "the tumour size in Observation/m is not in mm or cm"),
        ["size in cm"] = (Size("m", "2026-01-10", 1.8m, "cm"), null),
        ["size in inches, cancelled"] = (Size("m", "2026-01-10", 1, "in") with { Status = "cancelled" }, null),
    };

    public static TheoryData<string> UnitStories => [.. Units.Keys];

    [Theory]
    [MemberData(nameof(UnitStories))]
    public void A_number_in_an_unknown_unit_is_a_problem(string story)
    {
        var (result, expected) = Units[story];

        Phrases(new UnitProblems(SomeChart.Of(result)).Find()).Should().Equal(Expected(expected), story);
    }

    private static Dictionary<string, (Resource Resource, string? Expected)> Dates => new()
    {
        ["result of next year"] = (Result("r", "9811-1", "2027-01-01"), "Observation/r is dated in the future (2027-01-01)"),
        ["result of tomorrow"] = (Result("r", "9811-1", "2026-11-22"), null),
        ["result of the day after tomorrow"] = (Result("r", "9811-1", "2026-11-23"), "Observation/r is dated in the future (2026-11-23)"),
        ["result of this year, day not recorded"] = (Result("r", "9811-1", "2026"), null),
        ["result entered in error"] = (Result("r", "9811-1", "2027-01-01") with { Status = "entered-in-error" }, null),
        ["study available"] = (new ImagingStudy { Id = "i", Status = "available", Started = "2027-01-01" }, "ImagingStudy/i is dated in the future (2027-01-01)"),
        ["study registered"] = (new ImagingStudy { Id = "i", Status = "registered", Started = "2027-01-01" }, null),
        ["operation done"] = (new Procedure { Id = "p", Status = "completed", PerformedDateTime = "2027-01-01" }, "Procedure/p is dated in the future (2027-01-01)"),
        ["operation in preparation"] = (new Procedure { Id = "p", Status = "preparation", PerformedDateTime = "2027-01-01" }, null),
        ["order"] = (new ServiceRequest { Id = "o", Status = "active", OccurrenceDateTime = "2027-01-01" }, null),
        ["appointment"] = (new Appointment { Id = "a", Status = "booked", Start = "2027-01-01T09:00:00Z" }, null),
        ["dose given"] = (Dose("d", "2027-01-01", Words("lanreotide")), "MedicationAdministration/d is dated in the future (2027-01-01)"),
        ["diagnosis"] = (new Condition { Id = "c", OnsetDateTime = "2028" }, "Condition/c is dated in the future (2028)"),
        ["report"] = (new DiagnosticReport { Id = "d", Status = "final", EffectiveDateTime = "2027-01-01" }, "DiagnosticReport/d is dated in the future (2027-01-01)"),
    };

    public static TheoryData<string> DateStories => [.. Dates.Keys];

    [Theory]
    [MemberData(nameof(DateStories))]
    public void What_is_recorded_as_done_in_the_future_is_a_problem(string story)
    {
        var (resource, expected) = Dates[story];

        Phrases(new FutureDates(SomeChart.Of(resource)).Find()).Should().Equal(Expected(expected), story);
    }

    [Fact]
    public void Two_active_diagnoses_of_different_sites_are_a_problem()
    {
        var phrases = Phrases(new SiteProblems(SomeChart.Of(Diagnosis("a", "C7A.012"), Diagnosis("b", "C25.4"))).Find(NoSite()));

        phrases.Should().Equal("active diagnoses name different primary sites (pancreas, small intestine)");
    }

    private static Dictionary<string, Condition[]> OneSite => new()
    {
        ["one diagnosis"] = [Diagnosis("a", "C7A.012")],
        ["twice the same site"] = [Diagnosis("a", "C7A.012"), Diagnosis("b", "C7A.011")],
        ["the other in remission"] = [Diagnosis("a", "C7A.012"), Diagnosis("b", "C25.4") with { ClinicalStatus = Code("x", "remission") }],
        ["the other refuted"] = [Diagnosis("a", "C7A.012"), Diagnosis("b", "C25.4") with { VerificationStatus = Code("x", "refuted") }],
        ["the other provisional"] = [Diagnosis("a", "C7A.012"), Diagnosis("b", "C25.4") with { VerificationStatus = Code("x", "provisional") }],
        ["the other without a site"] = [Diagnosis("a", "C7A.012"), Diagnosis("b", "C7A.00")],
    };

    public static TheoryData<string> OneSiteStories => [.. OneSite.Keys];

    [Theory]
    [MemberData(nameof(OneSiteStories))]
    public void One_site_is_no_problem(string story) =>
        Phrases(new SiteProblems(SomeChart.Of(OneSite[story])).Find(NoSite())).Should().BeEmpty(story);

    [Fact]
    public void A_conflict_found_elsewhere_is_told_once() =>
        Phrases(new SiteProblems(SomeChart.Of(Diagnosis("a", "C7A.012"))).Find(Fact.Unknown<PrimarySite>(UnknownReason.Conflicting)))
            .Should().Equal("the record names different primary sites");

    [Fact]
    public void What_is_recorded_only_in_error_is_a_problem()
    {
        var chart = SomeChart.Of(
            Diagnosis("c", "C25.4") with { VerificationStatus = Code("x", "entered-in-error") },
            Ki67Result with { Status = "entered-in-error" },
            Size("s1", "2026-01-01", 18) with { Status = "entered-in-error" },
            Size("s2", "2026-02-01", 18));

        Phrases(new WithdrawnOnly(chart).Find()).Should().Equal(
            "neuroendocrine tumour is recorded only by entries marked as entered in error",
            "Ki-67 is recorded only by entries marked as entered in error");
    }

    [Theory]
    [InlineData("a list that was cut short", DataNeed.Pathology)]
    [InlineData("another list", DataNeed.Imaging)]
    public void Only_in_error_is_not_said_while_a_good_entry_may_be_out_of_sight(string story, DataNeed failed)
    {
        var chart = SomeChart.WithGaps([failed], Ki67Result with { Status = "entered-in-error" });

        new WithdrawnOnly(chart).Find().Any().Should().Be(failed == DataNeed.Imaging, story);
    }

    [Fact]
    public void Problems_name_their_resources() =>
        new FutureDates(SomeChart.Of(Result("r", "9811-1", "2027-01-01"))).Find()
            .Should().ContainSingle().Which.Evidence.Should().ContainSingle().Which.Resource.Should().Be("Observation/r");

    [Fact]
    public void In_brief_they_name_none()
    {
        new FutureDates(SomeChart.Of(Result("r", "9811-1", "2027-01-01"))).Find().Single().Brief.Should().Be("a result is dated in the future (2027-01-01)");
        new QualityProblem("the Ki-67 in Observation/k is below 1 and has no unit", [new("Observation/k", null)]).Brief.Should().Be("the Ki-67 is below 1 and has no unit");
    }

    private static Fact<PrimarySite> NoSite() => Fact.Unknown<PrimarySite>(UnknownReason.NotRecorded);

    private static Condition Diagnosis(string id, string icd) => new() { Id = id, Code = Code(Icd, icd), ClinicalStatus = Code("x", "active") };

    private static Observation Marker(string loinc, string? unit) => Result("m", loinc, "2026-01-10") with { ValueQuantity = Amount(60, unit) };

    private static Observation Said(string loinc, string value) => Result("m", loinc, "2026-01-10") with { ValueString = value };

    private static Observation Coded(string loinc, string code, string unit) => Result("m", loinc, "2026-01-10") with { ValueQuantity = new() { Value = 60, Code = code, Unit = unit } };

    private static Observation Measured(string value) => Size("m", "2026-01-10", 1) with { ValueQuantity = null, ValueString = value };

    private static IEnumerable<string> Phrases(IEnumerable<QualityProblem> problems) => problems.Select(problem => problem.Phrase);

    private static string[] Expected(string? phrase) => phrase is null ? [] : [phrase];
}
