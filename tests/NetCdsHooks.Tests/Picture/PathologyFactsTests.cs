using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;
using NetCdsHooks.Tests.Support;
using static NetCdsHooks.Tests.Picture.TumourRecord;

namespace NetCdsHooks.Tests.Picture;

public sealed class PathologyFactsTests
{
    private static readonly Condition Pancreas = Diagnosis("net", Icd("C7A.8")) with { BodySite = [Snomed("15776009")] };
    private static readonly Condition Lung = Diagnosis("net", Icd("C7A.090"));

    public static TheoryData<string, Resource[], bool> Histology => new()
    {
        { "card 1 F: nothing", [Pancreas], false },
        { "card 1 N: final pathology report", [Pancreas, PathologyReport("r", date: "2026-03")], true },
        { "card 1 B: biopsy done, no report", [Pancreas, Biopsy("completed", "2026-03-01")], true },
        { "biopsy planned", [Pancreas, Biopsy("preparation", "2026-12-01")], false },
        { "biopsy not done", [Pancreas, Biopsy("not-done", "2026-03-01")], false },
        { "biopsy in the future", [Pancreas, Biopsy("completed", "2027-01-03")], false },
        { "report registered only", [Pancreas, PathologyReport("r", status: "registered")], false },
        { "report entered in error", [Pancreas, PathologyReport("r", status: "entered-in-error")], false },
        { "report by its category", [Pancreas, ReportOfCategory("PAT")], true },
        { "radiology report", [Pancreas, ReportOfCategory("RAD")], false },
        { "histology on the diagnosis", [WithHistology(Pancreas, "8240/3")], true },
        { "histologic evidence of the diagnosis", [Pancreas with { Evidence = [new ConditionEvidence { Code = [Snomed("252416005")] }] }], true },
        { "morphology result", [Pancreas, Result("m", Loinc("31206-6")) with { ValueCodeableConcept = IcdO("8240/3") }], true },
        { "Ki-67 needs tissue", [Pancreas, ResultText("k", Loinc("29593-1"), "2 %")], true },
        { "cancelled morphology result", [Pancreas, ResultText("m", Loinc("31206-6"), "8240/3", status: "cancelled")], false },
    };

    [Theory]
    [MemberData(nameof(Histology))]
    public void Histology_is_confirmed_by_what_only_tissue_can_give(string story, Resource[] resources, bool expected) =>
        Of(resources).Pathology.HistologyConfirmed.Should().BeOfType<Fact<bool>.Known>(story).Which.Value.Should().Be(expected, story);

    [Theory]
    [InlineData(DataNeed.Reports, "reports")]
    [InlineData(DataNeed.Pathology, "pathology")]
    [InlineData(DataNeed.Procedures, "procedures")]
    public void Card_1_U_Without_an_answer_histology_is_not_absent(DataNeed need, string key) =>
        new TumourRecord().With(Pancreas).Missing(need).Picture().Pathology.HistologyConfirmed.Missing.Should().Equal(key);

    [Fact]
    public void Histology_that_was_found_needs_nothing_else() =>
        new TumourRecord().With(Pancreas, PathologyReport("r")).Missing(DataNeed.Pathology).Picture()
            .Pathology.HistologyConfirmed.Test(confirmed => confirmed).Should().Be(Truth.Yes);

    public static TheoryData<string, Resource[], Stain?> Stains => new()
    {
        { "card 2 F: no stain", [PathologyReport("r")], null },
        { "card 2 N: positive", [StainResult("positive")], Stain.Positive },
        { "card 2 B: focal positive", [StainResult("focal positive")], Stain.Positive },
        { "focal", [StainResult("Focal")], Stain.Positive },
        { "plus signs", [StainResult("3+")], Stain.Positive },
        { "negative", [StainResult("Negative")], Stain.Negative },
        { "not expressed", [StainResult("not expressed")], Stain.Negative },
        { "coded", [Result("s", Loinc("10514-8")) with { ValueCodeableConcept = Snomed("10828004") }], Stain.Positive },
        { "not performed", [Result("s", Loinc("10514-8")) with { DataAbsentReason = Absent("not-performed") }], null },
        { "in a report", [PathologyReport("r", "Neuroendocrine tumour. Chromogranin A and synaptophysin positive.")], Stain.Positive },
        { "entered in error", [StainResult("positive") with { Status = "entered-in-error" }], null },
    };

    [Theory]
    [MemberData(nameof(Stains))]
    public void A_stain_is_read_from_results_and_reports(string story, Resource[] resources, Stain? expected)
    {
        var stain = Of([Pancreas, .. resources]).Pathology.Synaptophysin;

        if (expected is { } value)
            stain.Should().BeOfType<Fact<Stain>.Known>(story).Which.Value.Should().Be(value, story);
        else
            stain.WhyUnknown.Should().Be(UnknownReason.NotRecorded, story);
    }

    [Fact]
    public void The_chromogranin_stain_is_not_the_chromogranin_in_blood()
    {
        Of(ResultText("c", Loinc("9811-1"), "60 ug/L")).Pathology.ChromograninStain.WhyUnknown.Should().Be(UnknownReason.NotRecorded);
        Of(ResultText("c", Loinc("10471-1"), "positive")).Pathology.ChromograninStain.Should().BeOfType<Fact<Stain>.Known>();
        Of(PathologyReport("r", "Chromogranin A positive.")).Pathology.ChromograninStain.Should().BeOfType<Fact<Stain>.Known>();
    }

    [Fact]
    public void Card_2_U_A_stain_is_unknown_when_results_could_not_be_retrieved() =>
        new TumourRecord().With(Pancreas).Missing(DataNeed.Pathology).Picture().Pathology.Synaptophysin.Missing.Should().Equal("pathology");

    [Fact]
    public void A_stain_with_an_unknown_value_is_recorded_but_unusable() =>
        Of(Result("s", Loinc("10514-8")) with { DataAbsentReason = Absent("error") }).Pathology.Synaptophysin.WhyUnknown.Should().Be(UnknownReason.Unusable);

    public static TheoryData<string, Resource[], string> Ki67Values => new()
    {
        { "card 3 N: a quantity", [Ki67("k", 4)], "4" },
        { "card 3 B: less than one", [ResultText("k", Loinc("29593-1"), "<1 %")], "<1" },
        { "an integer", [Result("k", Loinc("29593-1")) with { ValueInteger = 4 }], "4" },
        { "a range", [Result("k", Loinc("29593-1")) with { ValueRange = new() { Low = new() { Value = 2 }, High = new() { Value = 3 } } }], "2-3" },
        { "a component", [Result("p", Loinc("77753-2")) with { Component = [new() { Code = Loinc("29593-1"), ValueQuantity = new() { Value = 7, Unit = "%" } }] }], "7" },
        { "a comma", [ResultText("k", Loinc("29593-1"), "2,5 %")], "2.5" },
        { "a stain with a percentage", [ResultText("k", Loinc("33055-5"), "positive, 4 %")], "4" },
        { "several of one date: the highest", [Ki67("a", 4), Ki67("b", 9), Ki67("c", 6)], "9" },
        { "several dates: the latest", [Ki67("a", 9, "2024-01-01"), Ki67("b", 4, "2025-01-01")], "4" },
        { "two sites: the higher of the two latest", [At(Ki67("a", 9, "2024-01-01"), "10200004"), At(Ki67("b", 4, "2025-01-01"), "15776009"), At(Ki67("c", 2, "2023-01-01"), "10200004")], "9" },
        { "an older one without a site gives way", [Ki67("a", 9, "2024-01-01"), At(Ki67("b", 4, "2025-01-01"), "15776009")], "4" },
        { "undated gives way to dated", [Ki67("a", 9, null), Ki67("b", 4, "2020-01-01")], "4" },
        { "undated is usable", [Ki67("a", 9, null)], "9" },
        { "a vague month may hold the later day: the highest", [Ki67("a", 9, "2025-03-10"), Ki67("b", 4, "2025-03")], "9" },
        { "preliminary counts", [Ki67("a", 9) with { Status = "preliminary" }], "9" },
        { "entered in error does not", [Ki67("a", 25) with { Status = "entered-in-error" }, Ki67("b", 4, "2020-01-01")], "4" },
        { "future does not", [Ki67("a", 25, "2027-01-03"), Ki67("b", 4, "2020-01-01")], "4" },
        { "breast does not", [ResultText("a", Loinc("85330-9"), "25 %"), Ki67("b", 4, "2020-01-01")], "4" },
        { "an unusable one gives way", [Ki67("a", 150, "2026-01-01"), Ki67("b", 4, "2020-01-01")], "4" },
        { "the correction of a final result", [Sent(Ki67("a", 9), "1", "2025-02-01T10:00:00Z"), Sent(Ki67("b", 4), "1", "2025-02-03T10:00:00Z") with { Status = "corrected" }], "4" },
        { "a report", [PathologyReport("r", "NET of the pancreas, Ki-67 2-3 %.")], "2-3" },
        { "a result before a report", [PathologyReport("r", "Ki-67 30 %.", "2026-01-01"), Ki67("b", 4, "2020-01-01")], "4" },
    };

    [Theory]
    [MemberData(nameof(Ki67Values))]
    public void The_Ki67_that_counts_is_chosen(string story, Resource[] resources, string expected) =>
        Of([Pancreas, .. resources]).Pathology.Ki67.Should().BeOfType<Fact<Ki67>.Known>(story)
            .Which.Value.Percent.Should().Be(Ki67Parser.Parse(expected)!.Percent, story);

    public static TheoryData<string, Resource[], UnknownReason> Ki67Unknown => new()
    {
        { "card 3 F: report without a value", [PathologyReport("r")], UnknownReason.NotRecorded },
        { "card 3, breast only", [ResultText("k", Loinc("85330-9"), "25 %")], UnknownReason.NotRecorded },
        { "stain without a percentage", [ResultText("k", Loinc("33055-5"), "positive")], UnknownReason.NotRecorded },
        { "not performed", [Result("k", Loinc("29593-1")) with { DataAbsentReason = Absent("not-performed") }], UnknownReason.NotRecorded },
        { "said not to be done", [ResultText("k", Loinc("29593-1"), "not performed")], UnknownReason.NotRecorded },
        { "cancelled", [Ki67("k", 4) with { Status = "cancelled" }], UnknownReason.NotRecorded },
        { "150 %", [Ki67("k", 150)], UnknownReason.Unusable },
        { "a word", [ResultText("k", Loinc("29593-1"), "low")], UnknownReason.Unusable },
        { "masked", [Result("k", Loinc("29593-1")) with { DataAbsentReason = Absent("masked") }], UnknownReason.Unusable },
    };

    [Theory]
    [MemberData(nameof(Ki67Unknown))]
    public void An_unusable_Ki67_is_told_from_none(string story, Resource[] resources, UnknownReason reason) =>
        Of([Pancreas, .. resources]).Pathology.Ki67.WhyUnknown.Should().Be(reason, story);

    [Fact]
    public void Two_limits_of_one_date_are_joined() =>
        Of(ResultText("a", Loinc("29593-1"), ">=20 %"), ResultText("b", Loinc("29593-1"), "15-45 %")).Pathology.Ki67
            .Should().BeOfType<Fact<Ki67>.Known>().Which.Value.Percent.Should().Be(new Interval<decimal>(20, 100));

    [Fact]
    public void The_confidence_tells_where_the_Ki67_comes_from()
    {
        Confidences(Ki67("k", 4)).Should().Equal(Confidence.Coded);
        Confidences(Ki67("k", 4) with { Status = "preliminary" }).Should().Equal(Confidence.Preliminary);
        Confidences(ResultText("k", Loinc("29593-1"), "approx 5")).Should().Equal(Confidence.Coded);
        Confidences(ResultText("k", Text("Ki-67 index"), "5 %")).Should().Equal(Confidence.FreeText);
        Confidences(PathologyReport("r", "Ki-67 5 %")).Should().Equal(Confidence.FreeText);

        static IEnumerable<Confidence> Confidences(Resource resource) => Of(resource).Pathology.Ki67.Evidence.Select(evidence => evidence.Confidence);
    }

    [Fact]
    public void Card_3_U_The_latest_Ki67_is_unknown_when_a_query_failed_but_the_evidence_stays()
    {
        var ki67 = new TumourRecord().WithFor(DataNeed.Markers, Ki67("k", 4)).Missing(DataNeed.Pathology).Picture().Pathology.Ki67;

        ki67.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        ki67.Missing.Should().Equal("pathology");
        ki67.Evidence.Should().ContainSingle().Which.Resource.Should().Be("Observation/k");
    }

    [Fact]
    public void A_Ki67_result_does_not_need_the_reports_but_its_absence_does()
    {
        new TumourRecord().With(Ki67("k", 4)).Missing(DataNeed.Reports).Picture().Pathology.Ki67.WhyUnknown.Should().BeNull();
        new TumourRecord().Missing(DataNeed.Reports).Picture().Pathology.Ki67.Missing.Should().Equal("reports");
    }

    [Theory]
    [InlineData("29593-1", UnknownReason.Unreadable)]
    [InlineData("718-7", UnknownReason.NotRecorded)]
    public void An_unreadable_neighbour_matters_only_if_it_is_a_Ki67(string code, UnknownReason expected) =>
        new TumourRecord().WithFor(DataNeed.Pathology, Unreadable("Observation", Loinc(code))).Picture()
            .Pathology.Ki67.WhyUnknown.Should().Be(expected);

    public static TheoryData<string, Observation, decimal, decimal> MitoticCounts => new()
    {
        { "per mm2", Mitoses("85300-2", 3, "/mm2"), 6, 6 },
        { "per mm2 without a unit", Mitoses("85300-2", 3, null), 6, 6 },
        { "per 2 mm2", Mitoses("85300-2", 3, "/2.mm2"), 3, 3 },
        { "per ten fields", Mitoses("44650-0", 4, "{#}"), 4, 4 },
        { "per ten fields by its unit", Mitoses("86669-9", 4, "/10.[HPF]"), 4, 4 },
        { "per fifty fields", ResultText("m", Loinc("44650-0"), "10 per 50 HPF"), 2, 2 },
        { "area not stated", Mitoses("44695-5", 4, null), 4, 4 },
        { "in words", ResultText("m", Loinc("44650-0"), "2-3 / 10 HPF"), 2, 3 },
    };

    [Theory]
    [MemberData(nameof(MitoticCounts))]
    public void Mitoses_are_counted_per_2_square_millimetres(string story, Observation observation, decimal low, decimal high) =>
        Of(observation).Pathology.Mitoses.Should().BeOfType<Fact<Interval<decimal>>.Known>(story)
            .Which.Value.Should().Be(new Interval<decimal>(low, high), story);

    public static TheoryData<string, Resource[], GradeClass> ReportedGrades => new()
    {
        { "coded", [Result("g", Loinc("33732-9")) with { ValueCodeableConcept = Snomed("1286893008") }], GradeClass.G2 },
        { "in a string", [ResultText("g", Loinc("21858-6"), "NET G2")], GradeClass.G2 },
        { "in Roman numerals", [ResultText("g", Loinc("59542-1"), "grade III")], GradeClass.G3 },
        { "a bare number", [Result("g", Loinc("33732-9")) with { ValueInteger = 1 }], GradeClass.G1 },
        { "under the NCI code", [Result("g", new CodeableConcept { Coding = [new("http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl", "C18000")] }) with { ValueCodeableConcept = Text("Low grade") }], GradeClass.G1 },
        { "as a stage of type grade", [Pancreas with { Stage = [new() { Type = Text("Tumour grade"), Summary = Text("G2") }] }], GradeClass.G2 },
        { "several of one date: the highest", [ResultText("a", Loinc("33732-9"), "G1"), ResultText("b", Loinc("33732-9"), "G2")], GradeClass.G2 },
        { "in a report", [PathologyReport("r", "NET G2 of the pancreas")], GradeClass.G2 },
    };

    [Theory]
    [MemberData(nameof(ReportedGrades))]
    public void The_reported_grade_is_read(string story, Resource[] resources, GradeClass expected) =>
        Of([.. resources.OfType<Condition>().Any() ? [] : new Resource[] { Pancreas }, .. resources]).Pathology.GradeReported
            .Should().BeOfType<Fact<GradeClass>.Known>(story).Which.Value.Should().Be(expected, story);

    [Theory]
    [InlineData("8240/3")]
    [InlineData("8249/3")]
    public void A_morphology_code_is_no_reported_grade(string morphology) =>
        Of(WithHistology(Pancreas, morphology), Result("m", Loinc("31206-6")) with { ValueCodeableConcept = IcdO(morphology) })
            .Pathology.GradeReported.WhyUnknown.Should().Be(UnknownReason.NotRecorded);

    [Fact]
    public void A_grade_given_as_a_range_is_unusable() =>
        Of(ResultText("g", Loinc("33732-9"), "G1-G2")).Pathology.GradeReported.WhyUnknown.Should().Be(UnknownReason.Unusable);

    public static TheoryData<string, Resource[], GradeClass> Grades => new()
    {
        { "card 4 F: 2-3 %", [ResultText("k", Loinc("29593-1"), "2-3 %")], GradeClass.G1OrG2 },
        { "card 4 N: 2 %", [Ki67("k", 2)], GradeClass.G1 },
        { "card 4 B: 20 %", [Ki67("k", 20)], GradeClass.G2 },
        { "card 4 B: at least 20 %", [ResultText("k", Loinc("29593-1"), ">=20")], GradeClass.G2OrG3 },
        { "mitoses settle it", [ResultText("k", Loinc("29593-1"), "2-3 %"), Mitoses("44650-0", 4, null)], GradeClass.G2 },
        { "mitoses do not settle it", [ResultText("k", Loinc("29593-1"), "2-3 %"), Mitoses("44650-0", 1, null)], GradeClass.G1OrG2 },
        { "mitoses alone", [Mitoses("44650-0", 4, null)], GradeClass.G2 },
        { "mitoses are higher", [Ki67("k", 2), Mitoses("44650-0", 4, null)], GradeClass.G2 },
        { "an unusable Ki-67 leaves the mitoses", [Ki67("k", 150), Mitoses("44650-0", 4, null)], GradeClass.G2 },
        { "the computed grade before the reported one", [Ki67("k", 8), ResultText("g", Loinc("33732-9"), "G1")], GradeClass.G2 },
        { "the reported grade alone", [ResultText("g", Loinc("33732-9"), "G1")], GradeClass.G1 },
    };

    [Theory]
    [MemberData(nameof(Grades))]
    public void The_grade_is_computed(string story, Resource[] resources, GradeClass expected) =>
        Of([Pancreas, .. resources]).Pathology.Grade.Should().BeOfType<Fact<GradeClass>.Known>(story).Which.Value.Should().Be(expected, story);

    [Fact]
    public void The_reported_grade_does_not_stand_in_for_a_Ki67_that_could_not_be_retrieved() =>
        new TumourRecord().With(Pancreas).WithFor(DataNeed.Markers, ResultText("g", Loinc("33732-9"), "G1")).Missing(DataNeed.Pathology).Picture()
            .Pathology.Grade.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);

    public static TheoryData<string, Resource[], GradeClass?> ThoracicGrades => new()
    {
        { "Ki-67 alone tells nothing", [Lung, Ki67("k", 2)], null },
        { "typical by its code", [WithHistology(Lung, "8240/3"), Ki67("k", 5)], GradeClass.G1 },
        { "atypical by its code", [WithHistology(Lung, "8249/3"), Ki67("k", 2)], GradeClass.G2 },
        { "typical in a report", [Lung, PathologyReport("r", "Typical carcinoid of the lung")], GradeClass.G1 },
        { "atypical in a report", [Lung, PathologyReport("r", "Atypical carcinoid, 4 mitoses")], GradeClass.G2 },
        { "one mitosis", [Lung, Mitoses("44650-0", 1, null)], GradeClass.G1 },
        { "ten mitoses", [Lung, Mitoses("44650-0", 10, null), Ki67("k", 2)], GradeClass.G2 },
    };

    [Theory]
    [MemberData(nameof(ThoracicGrades))]
    public void In_the_lung_the_type_of_carcinoid_is_the_grade(string story, Resource[] resources, GradeClass? expected)
    {
        var grade = Of(resources).Pathology.Grade;

        if (expected is { } value)
            grade.Should().BeOfType<Fact<GradeClass>.Known>(story).Which.Value.Should().Be(value, story);
        else
            grade.WhyUnknown.Should().Be(UnknownReason.NotRecorded, story);
    }

    [Fact]
    public void A_thoracic_carcinoma_needs_Ki67_above_20_and_poor_differentiation() =>
        Category(WithHistology(Diagnosis("net", Icd("C34.1")), "8013/3"), Ki67("k", 70)).Should().Be(GradeCategory.Nec);

    public static TheoryData<string, Resource[], GradeCategory?> Categories => new()
    {
        { "card 6 F: 35 %, not recorded", [Pancreas, Ki67("k", 35)], GradeCategory.G3Unspecified },
        { "card 6 N: 35 %, poorly differentiated", [Pancreas, Ki67("k", 35), PathologyReport("r", "Poorly differentiated neuroendocrine carcinoma")], GradeCategory.Nec },
        { "35 %, well differentiated", [Pancreas, Ki67("k", 35), PathologyReport("r", "Well differentiated neuroendocrine tumour, NET G3")], GradeCategory.NetG3 },
        { "card 6 B: 20 %", [Pancreas, Ki67("k", 20)], GradeCategory.NetG2 },
        { "card 6 U: no Ki-67", [Pancreas], null },
        { "carcinoma code without Ki-67", [Diagnosis("net", Icd("C7A.1"))], GradeCategory.Nec },
        { "carcinoma code with 8 %", [Diagnosis("net", Icd("C7A.1")), Ki67("k", 8)], null },
        { "straddling", [Pancreas, ResultText("k", Loinc("29593-1"), "15-25 %")], null },
    };

    [Theory]
    [MemberData(nameof(Categories))]
    public void The_category_is_what_treatment_follows(string story, Resource[] resources, GradeCategory? expected) =>
        Category(resources).Should().Be(expected, story);

    public static TheoryData<string, Resource[], Differentiation?> Differentiations => new()
    {
        { "carcinoid code says nothing", [Diagnosis("net", Icd("C7A.012", "Malignant carcinoid tumor of the ileum"))], null },
        { "benign code says nothing", [Diagnosis("net", Icd("D3A.012"))], null },
        { "wording of a diagnosis says nothing", [Diagnosis("net", Icd("C7A.8", "NET of pancreas"))], null },
        { "poor by ICD", [Diagnosis("net", Icd("C7A.1"))], Differentiation.Poor },
        { "poor by SNOMED", [Diagnosis("net", Snomed("721697000"))], Differentiation.Poor },
        { "carcinoma stated as well differentiated", [Diagnosis("net", Snomed("721697000", "Well-differentiated neuroendocrine carcinoma"))], Differentiation.Well },
        { "well by SNOMED", [Diagnosis("net", Snomed("709517003"))], Differentiation.Well },
        { "well by histology", [WithHistology(Pancreas, "8240/3")], Differentiation.Well },
        { "poor by a morphology result", [Pancreas, Result("m", Loinc("31206-6")) with { ValueCodeableConcept = IcdO("8013/3") }], Differentiation.Poor },
        { "mixed tumour says nothing", [WithHistology(Pancreas, "8154/3")], null },
        { "grade text NET G3", [Pancreas, ResultText("g", Loinc("33732-9"), "NET G3")], Differentiation.Well },
        { "grade text NEC", [Pancreas, ResultText("g", Loinc("33732-9"), "NEC G3")], Differentiation.Poor },
        { "report", [Pancreas, PathologyReport("r", "Well-differentiated neuroendocrine tumour")], Differentiation.Well },
        { "report on another tumour", [Pancreas, PathologyReport("r", "Poorly differentiated adenocarcinoma of the prostate")], null },
        { "neoplasm", [Pancreas, PathologyReport("r", "Deposits of a neuroendocrine neoplasm")], null },
    };

    [Theory]
    [MemberData(nameof(Differentiations))]
    public void Differentiation_is_read_from_codes_and_pathology(string story, Resource[] resources, Differentiation? expected) =>
        ((Of(resources).Pathology.Differentiation as Fact<Differentiation>.Known)?.Value).Should().Be(expected, story);

    [Fact]
    public void Well_and_poor_exclude_each_other() =>
        Of(Diagnosis("net", Icd("C7A.1")), PathologyReport("r", "Well differentiated neuroendocrine tumour"))
            .Pathology.Differentiation.WhyUnknown.Should().Be(UnknownReason.Conflicting);

    public static TheoryData<string, Resource[], Discordance?> Discordances => new()
    {
        { "card 5 F: G1 with 8 %", [Pancreas, ResultText("g", Loinc("33732-9"), "G1"), Ki67("k", 8)], Discordance.Minor },
        { "card 5 N: G2 with 8 %", [Pancreas, ResultText("g", Loinc("33732-9"), "G2"), Ki67("k", 8)], Discordance.None },
        { "card 5 B: G1 with 2.5 %", [Pancreas, ResultText("g", Loinc("33732-9"), "G1"), Ki67("k", 2.5m)], Discordance.None },
        { "G1 with 30 %", [Pancreas, ResultText("g", Loinc("33732-9"), "G1"), Ki67("k", 30)], Discordance.Major },
        { "carcinoma code with 20 %", [Diagnosis("net", Icd("C7A.1")), Ki67("k", 20)], Discordance.Major },
        { "carcinoma code with 20.5 %", [Diagnosis("net", Icd("C7A.1")), Ki67("k", 20.5m)], null },
        { "card 5 U: no Ki-67", [Pancreas, ResultText("g", Loinc("33732-9"), "G1")], null },
        { "straddling", [Pancreas, ResultText("g", Loinc("33732-9"), "G1"), ResultText("k", Loinc("29593-1"), "2-3 %")], null },
        { "no reported grade", [Pancreas, Ki67("k", 8)], null },
    };

    [Theory]
    [MemberData(nameof(Discordances))]
    public void A_reported_grade_is_compared_with_the_computed_one(string story, Resource[] resources, Discordance? expected) =>
        ((Of(resources).Pathology.Discordance as Fact<Discordance>.Known)?.Value).Should().Be(expected, story);

    [Fact]
    public void A_carcinoma_whose_Ki67_could_not_be_asked_may_still_be_one_of_a_slow_tumour()
    {
        Resource[] resources = [Diagnosis("net", Icd("C7A.1")), ResultText("g", Loinc("33732-9"), "G2"), Mitoses("85300-2", 5, "/mm2")];

        Of(resources).Pathology.Discordance.Value().Should().Be(Discordance.None);
        SomeChart.PictureWithGaps([DataNeed.Reports], resources).Pathology.Discordance.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
    }

    private static GradeCategory? Category(params Resource[] resources) => (Of(resources).Pathology.Category as Fact<GradeCategory>.Known)?.Value;

    private static Observation Ki67(string id, decimal percent, string? date = "2025-02-01") =>
        Result(id, Loinc("29593-1"), date) with { ValueQuantity = new() { Value = percent, Unit = "%" } };

    private static Observation Mitoses(string code, decimal count, string? unit) =>
        Result("m", Loinc(code)) with { ValueQuantity = new() { Value = count, Unit = unit } };

    private static Observation StainResult(string value) => Result("s", Loinc("10514-8")) with { ValueCodeableConcept = Text(value) };

    private static Observation At(Observation observation, string site) => observation with { BodySite = Snomed(site) };

    private static Observation Sent(Observation observation, string number, string updated) =>
        observation with { Identifier = [new Identifier { System = "lab", Value = number }], Meta = new Meta { LastUpdated = updated } };

    private static CodeableConcept Absent(string code) =>
        new() { Coding = [new("http://terminology.hl7.org/CodeSystem/data-absent-reason", code)] };

    private static Procedure Biopsy(string status, string date) =>
        new() { Id = "b", Status = status, Code = Text("Endoscopic ultrasound-guided biopsy of pancreas"), PerformedDateTime = date };

    private static DiagnosticReport ReportOfCategory(string category) =>
        new()
        {
            Id = "r",
            Status = "final",
            EffectiveDateTime = "2025-02-03",
            Category = [new CodeableConcept { Coding = [new("http://terminology.hl7.org/CodeSystem/v2-0074", category)] }],
            Code = new() { Coding = [new("http://hospital.example/local", "X1")] },
        };
}
