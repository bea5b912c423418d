using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;
using static NetCdsHooks.Tests.Picture.TumourRecord;

namespace NetCdsHooks.Tests.Picture;

public sealed class StageFactsTests
{
    private static readonly Condition Ileum = Diagnosis("net", Icd("C7A.012"));

    public static TheoryData<string, Resource[], string?, string?, string?, string?> Stages => new()
    {
        { "one result each", [T("pT3"), N("pN1"), M("cM0"), Group("Stage IIIB")], "pT3", "pN1", "cM0", "IIIB" },
        { "coded, read from the display", [Result("m", Loinc("21907-1")) with { ValueCodeableConcept = Display("1229901006", "American Joint Committee on Cancer cM0 (qualifier value)") }], null, null, "cM0", null },
        { "all in the stage group", [Group("Stage IIB (pT2N1M0)")], "pT2", "N1", "M0", "IIB" },
        { "on the diagnosis", [Ileum with { Stage = [new() { Summary = Text("Stage IV, T3 N1 M1") }] }], "T3", "N1", "M1", "IV" },
        { "a grade on the diagnosis is no stage", [Ileum with { Stage = [new() { Type = Text("Tumour grade"), Summary = Text("Grade 2") }] }], null, null, null, null },
        { "in a pathology report", [PathologyReport("r", "Ileum: NET G1, pT3 pN1 (1/9).")], "pT3", "pN1", null, null },
        { "a result before a report", [PathologyReport("r", "pT3 pN1", "2026-01-01"), N("N0", "2024-01-01")], "pT3", "N0", null, null },
        { "the latest counts", [N("cN0", "2024-01-01"), N("pN1", "2025-01-01")], null, "pN1", null, null },
        { "pathological before clinical on one day", [T("cT2"), T("pT3", id: "t2")], "pT3", null, null, null },
        { "entered in error does not count", [M("M1") with { Status = "entered-in-error" }], null, null, null, null },
    };

    [Theory]
    [MemberData(nameof(Stages))]
    public void Categories_and_group_are_found(string story, Resource[] resources, string? t, string? n, string? m, string? group)
    {
        var stage = WithTumour(resources).Stage;

        new[] { Value(stage.TCategory), Value(stage.NCategory), Value(stage.MCategory), Value(stage.Group) }
            .Should().Equal([t, n, m, group], story);
    }

    [Fact]
    public void What_is_recorded_of_the_stage_is_told_in_one_phrase()
    {
        Value(WithTumour(T("pT2"), N("N1")).Stage.Recorded).Should().Be("pT2, N1");
        Value(WithTumour(Group("Stage IV")).Stage.Recorded).Should().Be("stage IV");
        Value(WithTumour(Group("Locoregional")).Stage.Recorded).Should().Be("\"regional\"");
        WithTumour().Stage.Recorded.WhyUnknown.Should().Be(UnknownReason.NotRecorded);
        new TumourRecord().With(Ileum).Missing(DataNeed.Pathology).Picture().Stage.Recorded.Missing.Should().Equal("pathology");
    }

    public static TheoryData<string, Resource[], Truth> FirstStages => new()
    {
        { "I", [Group("Stage I")], Truth.Yes },
        { "IA", [Group("IA")], Truth.Yes },
        { "IB", [Group("Stage IB")], Truth.Yes },
        { "IIA", [Group("Stage IIA")], Truth.No },
        { "III", [Group("III")], Truth.No },
        { "IV", [Group("Stage IV")], Truth.No },
        { "T1 N0 without a group", [T("pT1"), N("pN0")], Truth.Unknown },
        { "nothing", [], Truth.Unknown },
    };

    [Theory]
    [MemberData(nameof(FirstStages))]
    public void Stage_one_is_told_by_the_group_alone(string story, Resource[] resources, Truth expected) =>
        WithTumour(resources).Stage.StageOne.Test(isOne => isOne).Should().Be(expected, story);

    [Fact]
    public void Two_categories_of_one_day_that_differ_exclude_each_other() =>
        WithTumour(N("pN0"), N("pN1", id: "n2")).Stage.NCategory.WhyUnknown.Should().Be(UnknownReason.Conflicting);

    public static TheoryData<string, Resource[], Extent?> Extents => new()
    {
        { "card 15 F: nothing", [], null },
        { "card 15 N: stage group IIIB", [Group("Stage IIIB")], Extent.Regional },
        { "card 15 B: only T2", [T("T2")], null },
        { "N0 and M0", [N("N0"), M("M0")], Extent.Localized },
        { "N0 alone", [N("N0")], null },
        { "M0 alone", [M("M0")], null },
        { "stage I", [Group("I")], Extent.Localized },
        { "stage IIA", [Group("Stage IIA")], Extent.Localized },
        { "stage IV", [Group("Stage IV")], Extent.Metastatic },
        { "stage of ENETS", [Group("ENETS IIIB")], Extent.Regional },
        { "metastatic, in a word", [Group("Metastatic")], Extent.Metastatic },
        { "localised, in a word", [Group("Localised")], Extent.Localized },
        { "locoregional, in a word", [Group("loco-regional")], Extent.Regional },
        { "a word on the diagnosis", [Ileum with { Stage = [new() { Summary = Text("Metastatic") }] }], Extent.Metastatic },
        { "localised with N1: the farther counts", [Group("Localised"), N("pN1")], Extent.Regional },
        { "not metastatic says no more", [Group("Non-metastatic")], null },
        { "M1", [M("cM1")], Extent.Metastatic },
        { "M1a", [M("cM1a")], Extent.Metastatic },
        { "N1", [N("pN1")], Extent.Regional },
        { "N1 with stage I: the farther counts", [N("pN1"), Group("Stage I")], Extent.Regional },
        { "liver metastases", [Diagnosis("m", Icd("C78.7"))], Extent.Metastatic },
        { "liver metastases beside N0 M0", [Diagnosis("m", Snomed("94381002")), N("N0"), M("M0")], Extent.Metastatic },
        { "secondary tumour, no site", [Diagnosis("m", Icd("C7B.00"))], Extent.Metastatic },
        { "secondary tumour, header", [Diagnosis("m", Icd("C7B"))], Extent.Metastatic },
        { "metastases in words", [Diagnosis("m", Text("Liver metastases"))], Extent.Metastatic },
        { "metastases denied", [Diagnosis("m", Text("No liver metastases"))], null },
        { "metastases suspected", [Diagnosis("m", Icd("C78.7"), verification: "provisional")], null },
        { "metastases refuted", [Diagnosis("m", Icd("C78.7"), verification: "refuted")], null },
        { "metastases gone", [Diagnosis("m", Icd("C78.7"), clinical: "resolved")], null },
        { "site of metastasis", [Result("s", Loinc("44667-4")) with { ValueCodeableConcept = Snomed("10200004") }], Extent.Metastatic },
        { "distant metastasis present", [Result("s", Loinc("97509-4")) with { ValueCodeableConcept = Snomed("399409002") }], Extent.Metastatic },
        { "intra-abdominal nodes in ICD are regional", [Diagnosis("m", Icd("C77.2"))], Extent.Regional },
        { "intra-abdominal nodes in SNOMED are regional", [Diagnosis("m", Snomed("94347008"))], Extent.Regional },
        { "nodes without a region are regional", [Diagnosis("m", Snomed("94392001"))], Extent.Regional },
        { "distant nodes", [Diagnosis("m", Icd("C7B.01"))], Extent.Metastatic },
        { "intrathoracic nodes of an ileal tumour", [Diagnosis("m", Icd("C77.1"))], Extent.Metastatic },
        { "metastatic behaviour of the histology", [WithHistology(Diagnosis("m", Icd("C25.9")), "8240/6")], Extent.Metastatic },
        { "N0 and N1 of one day", [N("pN0"), N("pN1", id: "n2"), M("M0")], null },
    };

    [Theory]
    [MemberData(nameof(Extents))]
    public void The_extent_is_the_farthest_that_is_stated(string story, Resource[] resources, Extent? expected) =>
        ((WithTumour(resources).Stage.Extent as Fact<Extent>.Known)?.Value).Should().Be(expected, story);

    [Fact]
    public void Intrathoracic_nodes_of_a_lung_tumour_are_regional() =>
        Of(Diagnosis("net", Icd("C7A.090")), Diagnosis("n", Icd("C77.1"))).Stage.Extent
            .Should().BeOfType<Fact<Extent>.Known>().Which.Value.Should().Be(Extent.Regional);

    [Theory]
    [InlineData(DataNeed.Conditions, "conditions")]
    [InlineData(DataNeed.Pathology, "pathology")]
    public void Card_15_U_A_gap_may_hide_metastases_but_does_not_unsay_them(DataNeed need, string key)
    {
        Local().Missing(need).Picture().Stage.Extent.Missing.Should().Equal(key);
        Local().WithFor(DataNeed.Status, M("M1", "2026-01-01")).Missing(need).Picture().Stage.Extent
            .Should().BeOfType<Fact<Extent>.Known>().Which.Value.Should().Be(Extent.Metastatic);

        static TumourRecord Local() => new TumourRecord().With(Ileum).WithFor(DataNeed.Status, Group("Stage I"));
    }

    [Fact]
    public void An_extent_that_was_not_found_may_be_in_the_reports() =>
        new TumourRecord().With(Ileum).Missing(DataNeed.Reports).Picture().Stage.Extent.Missing.Should().Equal("reports");

    [Fact]
    public void Words_beside_a_code_do_not_weaken_the_evidence() =>
        WithTumour(Diagnosis("a", Text("Liver metastases")), Diagnosis("b", Icd("C78.7"))).Stage.Extent.Evidence
            .Should().ContainSingle().Which.Resource.Should().Be("Condition/b");

    public static TheoryData<string, Resource[], MetastasisSite[], Truth> Spread => new()
    {
        { "none", [], [], Truth.No },
        { "liver", [Diagnosis("m", Icd("C7B.02"))], [MetastasisSite.Liver], Truth.Yes },
        { "liver and M1 without a site", [Diagnosis("m", Icd("C78.7")), M("M1")], [MetastasisSite.Liver], Truth.Yes },
        { "liver and bone", [Diagnosis("m", Icd("C78.7")), Diagnosis("b", Icd("C79.51"))], [MetastasisSite.Liver, MetastasisSite.Bone], Truth.Yes },
        { "lung", [Diagnosis("m", Snomed("94391008"))], [MetastasisSite.Lung], Truth.No },
        { "peritoneum", [Diagnosis("m", Icd("C7B.04"))], [MetastasisSite.Peritoneum], Truth.No },
        { "brain", [Diagnosis("m", Icd("C79.31"))], [MetastasisSite.Brain], Truth.No },
        { "distant nodes", [Diagnosis("m", Icd("C7B.01"))], [MetastasisSite.DistantNodes], Truth.No },
        { "another site", [Diagnosis("m", Icd("C7B.09"))], [MetastasisSite.Other], Truth.No },
        { "site not stated", [Diagnosis("m", Icd("C7B.00"))], [MetastasisSite.Unspecified], Truth.Unknown },
        { "M1 only", [M("M1")], [MetastasisSite.Unspecified], Truth.Unknown },
        { "stage IV only", [Group("Stage IV")], [MetastasisSite.Unspecified], Truth.Unknown },
        { "named as a site", [ResultText("s", Loinc("44667-4"), "Liver and bone")], [MetastasisSite.Liver, MetastasisSite.Bone], Truth.Yes },
        { "named as an unusual site", [ResultText("s", Loinc("44667-4"), "Orbit")], [MetastasisSite.Other], Truth.No },
        { "named as none", [ResultText("s", Loinc("44667-4"), "None")], [], Truth.No },
        { "intra-abdominal nodes are none", [Diagnosis("m", Icd("C77.2"))], [], Truth.No },
        { "words beside the code of the tumour", [Diagnosis("net", Icd("C7A.012", "NET of the ileum with liver metastases"))], [MetastasisSite.Liver], Truth.Yes },
    };

    [Theory]
    [MemberData(nameof(Spread))]
    public void Metastases_are_listed_by_site(string story, Resource[] resources, MetastasisSite[] sites, Truth liver)
    {
        var stage = WithTumour(resources).Stage;

        stage.MetastasisSites.Test(found => found.SetEquals(sites)).Should().Be(Truth.Yes, story);
        stage.LiverMetastases.Test(found => found).Should().Be(liver, story);
    }

    [Fact]
    public void Liver_metastases_stay_true_when_the_list_is_not_complete()
    {
        var stage = new TumourRecord().With(Ileum, Diagnosis("m", Icd("C7B.02"))).Missing(DataNeed.Conditions, NeedGap.CutShort).Picture().Stage;

        stage.LiverMetastases.Test(found => found).Should().Be(Truth.Yes);
        stage.MetastasisSites.Missing.Should().Equal("conditions");
        stage.MetastasisSites.Evidence.Should().NotBeEmpty();
        stage.ExtrahepaticMetastases.Missing.Should().Equal("conditions");
    }

    public static TheoryData<string, Resource[], Truth> Extrahepatic => new()
    {
        { "liver only, CT made", [Diagnosis("m", Icd("C7B.02")), Study("CT", "CT abdomen and pelvis")], Truth.No },
        { "liver only, receptor PET made", [Diagnosis("m", Icd("C7B.02")), Study("PT", "68Ga-DOTATATE PET/CT")], Truth.No },
        { "liver only, never imaged", [Diagnosis("m", Icd("C7B.02"))], Truth.Unknown },
        { "bone", [Diagnosis("m", Icd("C7B.03"))], Truth.Yes },
        { "liver and bone", [Diagnosis("m", Icd("C7B.02")), Diagnosis("b", Icd("C7B.03")), Study("CT", "CT abdomen")], Truth.Yes },
        { "site not stated", [M("M1"), Study("CT", "CT abdomen")], Truth.Unknown },
    };

    [Theory]
    [MemberData(nameof(Extrahepatic))]
    public void Metastases_outside_the_liver_are_absent_only_where_somebody_looked(string story, Resource[] resources, Truth expected) =>
        WithTumour(resources).Stage.ExtrahepaticMetastases.Test(found => found).Should().Be(expected, story);

    public static TheoryData<string, Resource[], Truth> AdvancedTable => new()
    {
        { "metastatic", [M("M1")], Truth.Yes },
        { "localized", [Group("Stage I"), PathologyReport("r", "unresectable")], Truth.No },
        { "regional", [N("N1")], Truth.No },
        { "regional and unresectable in a report", [N("N1"), PathologyReport("r", "Mesenteric mass, unresectable.")], Truth.Yes },
        { "regional and inoperable in a note", [N("N1"), Ileum with { Note = [new Annotation { Text = "Deemed inoperable at laparotomy" }] }], Truth.Yes },
        { "regional and not resectable for the tumour board", [N("N1"), Board("Primary not resectable")], Truth.Yes },
        { "regional, board plan revoked", [N("N1"), Board("Primary not resectable") with { Status = "revoked" }], Truth.No },
        { "regional and not inoperable", [N("N1"), PathologyReport("r", "Not considered inoperable.")], Truth.No },
        { "extent unknown", [T("T2"), PathologyReport("r", "unresectable")], Truth.Unknown },
    };

    [Theory]
    [MemberData(nameof(AdvancedTable))]
    public void Advanced_is_metastatic_or_regional_and_unresectable(string story, Resource[] resources, Truth expected) =>
        WithTumour(resources).Stage.Advanced.Test(advanced => advanced).Should().Be(expected, story);

    [Fact]
    public void Whether_a_regional_tumour_is_resectable_may_be_in_what_is_missing() =>
        new TumourRecord().With(Ileum, N("N1")).Missing(DataNeed.CarePlans).Picture().Stage.Advanced.Missing.Should().Equal("careplans");

    public static TheoryData<string, Resource[], string?> LastSpreads => new()
    {
        { "none", [N("N1")], null },
        { "onset of a metastasis", [Diagnosis("m", Icd("C7B.02"), "2026-03-01") with { OnsetDateTime = "2026-02" }], "2026-02" },
        { "record of a metastasis", [Diagnosis("m", Icd("C7B.02"), "2026-03-01")], "2026-03-01" },
        { "a metastasis that is gone", [Diagnosis("m", Icd("C7B.02"), "2026-03-01", clinical: "resolved")], "2026-03-01" },
        { "recurrence by its record", [Diagnosis("net", Icd("C7A.012"), "2026-04-01", clinical: "recurrence") with { OnsetDateTime = "2019" }], "2026-04-01" },
        { "worsened", [Status("271299001", "2026-05-01")], "2026-05-01" },
        { "stable", [Status("359746009", "2026-05-01")], null },
        { "the latest of all", [Diagnosis("m", Icd("C7B.02"), "2026-03-01"), Status("271299001", "2026-05-01")], "2026-05-01" },
        { "in the future", [Status("271299001", "2027-05-01"), Diagnosis("m", Icd("C7B.02"), "2026-03-01")], "2026-03-01" },
    };

    [Theory]
    [MemberData(nameof(LastSpreads))]
    public void The_last_spread_is_the_latest_metastasis_recurrence_or_progression(string story, Resource[] resources, string? expected) =>
        ((WithTumour(resources).Stage.LastSpread as Fact<PartialDate>.Known)?.Value.ToString()).Should().Be(expected, story);

    [Fact]
    public void The_last_spread_is_unknown_when_disease_status_could_not_be_retrieved() =>
        new TumourRecord().With(Ileum).Missing(DataNeed.Status).Picture().Stage.LastSpread.Missing.Should().Equal("status");

    private static ClinicalPicture WithTumour(params Resource[] resources) =>
        Of([.. resources.Any(resource => resource is Condition { Id: "net" }) ? [] : new Resource[] { Ileum }, .. resources]);

    private static string? Value(Fact<string> fact) => (fact as Fact<string>.Known)?.Value;

    private static Observation T(string value, string date = "2025-02-01", string id = "t") => ResultText(id, Loinc("21899-0"), value, date);

    private static Observation N(string value, string date = "2025-02-01", string id = "n") => ResultText(id + value, Loinc("21900-6"), value, date);

    private static Observation M(string value, string date = "2025-02-01") => ResultText("m" + value, Loinc("21907-1"), value, date);

    private static Observation Group(string value) => ResultText("g", Loinc("21902-2"), value);

    private static Observation Status(string code, string date) => Result("status", Loinc("97509-4"), date) with { ValueCodeableConcept = Snomed(code) };

    private static CodeableConcept Display(string code, string display) => new() { Coding = [new("http://snomed.info/sct", code, display)] };

    private static CarePlan Board(string note) =>
        new() { Id = "b", Status = "completed", Title = "Tumour board", Created = "2026-01-05", Note = [new Annotation { Text = note }] };

    private static ImagingStudy Study(string modality, string description) =>
        new()
        {
            Id = "study",
            Status = "available",
            Started = "2026-05-01",
            Description = description,
            Modality = [new("http://dicom.nema.org/resources/ontology/DCM", modality)],
        };
}
