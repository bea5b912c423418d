using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;
using static NetCdsHooks.Tests.Picture.TumourRecord;

namespace NetCdsHooks.Tests.Picture;

public sealed class TumourFactsTests
{
    public static TheoryData<string, Condition, NetStatus> SingleConditions => new()
    {
        { "active carcinoid of the ileum", Diagnosis("c", Icd("C7A.012")), NetStatus.Active },
        { "without a dot", Diagnosis("c", Icd("C7A012")), NetStatus.Active },
        { "secondary tumour only", Diagnosis("c", Icd("C7B.02")), NetStatus.Active },
        { "without clinical and verification status", Diagnosis("c", Icd("C7A.8"), clinical: null, verification: null), NetStatus.Active },
        { "recurrence", Diagnosis("c", Icd("C7A.8"), clinical: "recurrence"), NetStatus.Active },
        { "remission", Diagnosis("c", Icd("C7A.8"), clinical: "remission"), NetStatus.Remission },
        { "resolved", Diagnosis("c", Icd("C7A.8"), clinical: "resolved"), NetStatus.Remission },
        { "inactive", Diagnosis("c", Icd("C7A.8"), clinical: "inactive"), NetStatus.Remission },
        { "provisional", Diagnosis("c", Icd("C7A.8"), verification: "provisional"), NetStatus.Suspected },
        { "differential", Diagnosis("c", Icd("C7A.8"), verification: "differential"), NetStatus.Suspected },
        { "unconfirmed", Diagnosis("c", Icd("C7A.8"), verification: "unconfirmed"), NetStatus.Suspected },
        { "carcinoid syndrome alone", Diagnosis("c", Icd("E34.00")), NetStatus.Suspected },
        { "carcinoid syndrome alone in SNOMED", Diagnosis("c", Snomed("35868009")), NetStatus.Suspected },
        { "personal history", Diagnosis("c", Icd("Z85.060")), NetStatus.History },
        { "refuted", Diagnosis("c", Icd("C7A.8"), verification: "refuted"), NetStatus.None },
        { "entered in error", Diagnosis("c", Icd("C7A.8"), verification: "entered-in-error"), NetStatus.None },
        { "suspicion that is over", Diagnosis("c", Icd("C7A.8"), clinical: "resolved", verification: "provisional"), NetStatus.None },
        { "Merkel cell carcinoma", Diagnosis("c", Icd("C4A.9")), NetStatus.None },
        { "secondary Merkel cell carcinoma", Diagnosis("c", Icd("C7B.1")), NetStatus.None },
        { "goblet cell carcinoma", WithHistology(Diagnosis("c", Icd("C18.1")), "8243/3"), NetStatus.None },
        { "site with a NET histology", WithHistology(Diagnosis("c", Icd("C25.9")), "8240/3"), NetStatus.Active },
        { "site alone", Diagnosis("c", Icd("C25.9")), NetStatus.None },
        { "small cell carcinoma of the lung", WithHistology(Diagnosis("c", Icd("C34.1")), "8041/3"), NetStatus.None },
        { "small cell carcinoma of the colon", WithHistology(Diagnosis("c", Icd("C18.2")), "8041/3"), NetStatus.Active },
        { "in words", Diagnosis("c", Text("neuroendocrine tumour of pancreas, ?G2")), NetStatus.Active },
        { "denied in words", Diagnosis("c", Text("no evidence of neuroendocrine tumour")), NetStatus.None },
        { "of a relative", Diagnosis("c", Text("Family history of carcinoid")), NetStatus.None },
        { "hypertension", Diagnosis("c", Icd("I10")), NetStatus.None },
    };

    [Theory]
    [MemberData(nameof(SingleConditions))]
    public void The_status_follows_the_diagnosis(string story, Condition condition, NetStatus expected) =>
        Of(condition).Tumour.Status.Should().BeOfType<Fact<NetStatus>.Known>(story).Which.Value.Should().Be(expected, story);

    [Fact]
    public void A_refuted_diagnosis_does_not_hide_an_active_one() =>
        Of(Diagnosis("old", Icd("C7A.8"), verification: "refuted"), Diagnosis("new", Icd("C7A.012")))
            .Tumour.IndexCondition.Should().Be("Condition/new");

    [Fact]
    public void An_active_diagnosis_comes_before_one_in_remission_and_before_a_suspected_one()
    {
        var picture = Of(
            Diagnosis("gone", Icd("C7A.020"), "2026-05-01", clinical: "remission"),
            Diagnosis("maybe", Icd("C7A.090"), "2026-06-01", verification: "provisional"),
            Diagnosis("here", Icd("C7A.012"), "2020-01-01"));

        picture.Tumour.Status.Should().BeEquivalentTo(Fact.Known(NetStatus.Active, new Evidence("Condition/here", new DateOnly(2020, 1, 1))));
    }

    [Fact]
    public void The_index_tumour_is_the_active_one_recorded_last()
    {
        var picture = Of(Diagnosis("a", Icd("C7A.012"), "2024-01"), Diagnosis("b", Icd("C7A.090"), "2026-03-01"));

        picture.Tumour.IndexCondition.Should().Be("Condition/b");
        Site(picture).Should().Be(PrimarySite.Lung);
    }

    [Fact]
    public void A_later_entry_in_words_neither_hides_a_coded_diagnosis_nor_weakens_it()
    {
        var picture = Of(Diagnosis("coded", Icd("C7A.1"), "2026-01-10"), Diagnosis("words", Text("NET, follow-up"), "2026-05-01"));

        picture.Tumour.IndexCondition.Should().Be("Condition/coded");
        picture.Pathology.Differentiation.Test(value => value == Differentiation.Poor).Should().Be(Truth.Yes);
        Of(Diagnosis("words", Text("Carcinoid of the ileum")), Diagnosis("liver", Icd("C7B.02"))).Tumour.Status.Evidence
            .Should().ContainSingle().Which.Resource.Should().Be("Condition/liver");
    }

    [Fact]
    public void A_metastasis_is_not_the_index_tumour_while_the_tumour_is_named()
    {
        var picture = Of(Diagnosis("primary", Icd("C7A.012"), "2024-01-01"), Diagnosis("liver", Icd("C7B.02"), "2026-01-01"));

        picture.Tumour.IndexCondition.Should().Be("Condition/primary");
        Site(picture).Should().Be(PrimarySite.SmallIntestine);
    }

    [Fact]
    public void Without_a_NET_there_is_no_index_tumour() => Of().Tumour.IndexCondition.Should().BeNull();

    [Fact]
    public void A_suspicion_that_is_over_gives_no_site_to_a_syndrome()
    {
        var picture = Of(Diagnosis("over", Icd("C7A.010"), clinical: "resolved", verification: "differential"), Diagnosis("s", Icd("E34.00")));

        picture.Tumour.Status.Value().Should().Be(NetStatus.Suspected);
        picture.Tumour.Site.WhyUnknown.Should().Be(UnknownReason.NotRecorded);
    }

    [Fact]
    public void A_diagnosis_in_words_is_free_text()
    {
        Of(Diagnosis("c", Text("Carcinoid of the ileum"))).Tumour.Status.Evidence.Should().ContainSingle().Which.Confidence.Should().Be(Confidence.FreeText);
        Of(Diagnosis("c", Icd("C7A.012", "Carcinoid"))).Tumour.Status.Evidence.Should().ContainSingle().Which.Confidence.Should().Be(Confidence.Coded);
    }

    [Fact]
    public void A_NET_on_the_first_page_is_known_though_the_second_page_failed() =>
        new TumourRecord().With(Diagnosis("c", Icd("C7A.012"))).Missing(DataNeed.Conditions, NeedGap.CutShort).Picture()
            .Tumour.Status.Should().BeOfType<Fact<NetStatus>.Known>().Which.Value.Should().Be(NetStatus.Active);

    public static TheoryData<string, Condition[]> NothingActiveOnTheFirstPage => new()
    {
        { "nothing", [] },
        { "another disease", [Diagnosis("c", Icd("I10"))] },
        { "only a history", [Diagnosis("c", Icd("Z85.060"))] },
        { "only a suspicion", [Diagnosis("c", Icd("E34.00"))] },
        { "one in remission", [Diagnosis("c", Icd("C7A.012"), clinical: "remission")] },
    };

    [Theory]
    [MemberData(nameof(NothingActiveOnTheFirstPage))]
    public void Without_an_active_NET_a_cut_problem_list_leaves_the_status_unknown(string story, Condition[] conditions)
    {
        var status = new TumourRecord().With(conditions).Missing(DataNeed.Conditions, NeedGap.CutShort).Picture().Tumour.Status;

        status.WhyUnknown.Should().Be(UnknownReason.NotRetrieved, story);
        status.Missing.Should().Equal("conditions");
    }

    [Theory]
    [InlineData("C7A.012", UnknownReason.Unreadable)]
    [InlineData("C25.9", UnknownReason.Unreadable)]
    [InlineData("I10", null)]
    public void An_unreadable_diagnosis_matters_only_if_it_could_be_a_NET(string code, UnknownReason? expected) =>
        new TumourRecord().WithFor(DataNeed.Conditions, Unreadable("Condition", Icd(code))).Picture()
            .Tumour.Status.WhyUnknown.Should().Be(expected);

    public static TheoryData<string, Resource[], PrimarySite> Sites => new()
    {
        { "of the code", [Diagnosis("c", Icd("C7A.012"))], PrimarySite.SmallIntestine },
        { "of a benign code", [Diagnosis("c", Icd("D3A.010"))], PrimarySite.Duodenum },
        { "of a second code", [Diagnosis("c", new CodeableConcept { Coding = [.. Icd("C7A.8").Coding, .. Snomed("735735001").Coding] })], PrimarySite.Pancreas },
        { "of the histology", [WithHistology(Diagnosis("c", Icd("C7A.8")), "8151/3")], PrimarySite.Pancreas },
        { "of the body site", [Diagnosis("c", Icd("C7A.8")) with { BodySite = [Snomed("15776009")] }], PrimarySite.Pancreas },
        { "of the topography", [Diagnosis("c", Icd("C7A.8")) with { BodySite = [IcdO("C20.9")] }], PrimarySite.Rectum },
        { "of the body site in words", [Diagnosis("c", Icd("C7A.8")) with { BodySite = [Text("terminal ileum")] }], PrimarySite.SmallIntestine },
        { "the code before the body site", [Diagnosis("c", Icd("C7A.012")) with { BodySite = [Snomed("39607008")] }], PrimarySite.SmallIntestine },
        { "of an older diagnosis", [Diagnosis("c", Icd("C7A.8"), "2026-01-01"), Diagnosis("o", Icd("C7A.020"), "2020-01-01")], PrimarySite.Appendix },
        { "of the tissue", [Diagnosis("c", Icd("C7A.8")), ResultText("k", Loinc("29593-1"), "2 %") with { BodySite = Snomed("34516001") }], PrimarySite.SmallIntestine },
        { "of the operation", [Diagnosis("c", Icd("C7A.8")), Operation("33149006", "Condition/c")], PrimarySite.Pancreas },
        { "of the wording", [Diagnosis("c", Text("Neuroendocrine tumour of the rectum"))], PrimarySite.Rectum },
        { "of the wording beside a code", [Diagnosis("c", Icd("C7A.8", "Bronchial neuroendocrine tumour"))], PrimarySite.Lung },
    };

    [Theory]
    [MemberData(nameof(Sites))]
    public void The_site_is_found_in_order(string story, Resource[] resources, PrimarySite expected) =>
        Of(resources).Tumour.Site.Should().BeOfType<Fact<PrimarySite>.Known>(story).Which.Value.Should().Be(expected, story);

    public static TheoryData<string, Resource[], UnknownReason> UnknownSites => new()
    {
        { "secondary tumour only", [Diagnosis("c", Icd("C7B.02"))], UnknownReason.NotRecorded },
        { "site not specified", [Diagnosis("c", Icd("C7A.00"))], UnknownReason.NotRecorded },
        { "midgut, not specified", [Diagnosis("c", Icd("C7A.095"))], UnknownReason.NotRecorded },
        { "two codes that differ", [Diagnosis("c", new CodeableConcept { Coding = [.. Icd("C7A.012").Coding, .. Snomed("713573006").Coding] })], UnknownReason.Conflicting },
        { "two body sites that differ", [Diagnosis("c", Icd("C7A.8")) with { BodySite = [Snomed("15776009"), Snomed("34402009")] }], UnknownReason.Conflicting },
        { "two diagnoses of one day", [Diagnosis("a", Icd("C7A.012")), Diagnosis("b", Icd("C7A.026"))], UnknownReason.Conflicting },
        { "an operation for something else", [Diagnosis("c", Icd("C7A.8")), Operation("33149006", "Condition/x")], UnknownReason.NotRecorded },
        { "an operation on several organs", [Diagnosis("c", Icd("C7A.8")), Operation("359571009", "Condition/c")], UnknownReason.NotRecorded },
        { "an operation that was not done", [Diagnosis("c", Icd("C7A.8")), Operation("33149006", "Condition/c") with { Status = "not-done" }], UnknownReason.NotRecorded },
        { "an operation in the future", [Diagnosis("c", Icd("C7A.8")), Operation("33149006", "Condition/c") with { PerformedDateTime = "2027-03-01" }], UnknownReason.NotRecorded },
    };

    [Theory]
    [MemberData(nameof(UnknownSites))]
    public void The_site_is_unknown_when_nothing_settles_it(string story, Resource[] resources, UnknownReason reason) =>
        Of(resources).Tumour.Site.WhyUnknown.Should().Be(reason, story);

    [Theory]
    [InlineData(DataNeed.Pathology, "pathology")]
    [InlineData(DataNeed.Procedures, "procedures")]
    [InlineData(DataNeed.Conditions, "conditions")]
    public void A_site_that_was_not_found_may_be_in_what_is_missing(DataNeed need, string key) =>
        new TumourRecord().With(Diagnosis("c", Icd("C7B.02"))).Missing(need).Picture().Tumour.Site.Missing.Should().Equal(key);

    [Fact]
    public void A_site_of_the_diagnosis_needs_nothing_else() =>
        Site(new TumourRecord().With(Diagnosis("c", Icd("C7A.012"))).Missing(DataNeed.Pathology).Missing(DataNeed.Procedures).Picture())
            .Should().Be(PrimarySite.SmallIntestine);

    public static TheoryData<string, Condition, Truth> MidgutTable => new()
    {
        { "ileum", Diagnosis("c", Icd("C7A.012")), Truth.Yes },
        { "appendix", Diagnosis("c", Icd("C7A.020")), Truth.Yes },
        { "caecum", Diagnosis("c", Icd("C7A.021")), Truth.Yes },
        { "ascending colon", Diagnosis("c", Icd("C7A.022")), Truth.Yes },
        { "midgut not specified", Diagnosis("c", Icd("C7A.095")), Truth.Yes },
        { "ileum as body site", Diagnosis("c", Icd("C7A.8")) with { BodySite = [Snomed("34516001")] }, Truth.Yes },
        { "midgut in words", Diagnosis("c", Text("Midgut neuroendocrine tumour")), Truth.Yes },
        { "colon, part not stated", Diagnosis("c", Icd("C7A.029")), Truth.Unknown },
        { "duodenum", Diagnosis("c", Icd("C7A.010")), Truth.No },
        { "rectum", Diagnosis("c", Icd("C7A.026")), Truth.No },
        { "pancreas", Diagnosis("c", Icd("C25.4")), Truth.No },
        { "site unknown", Diagnosis("c", Icd("C7B.02")), Truth.Unknown },
    };

    [Theory]
    [MemberData(nameof(MidgutTable))]
    public void Midgut_runs_from_jejunum_to_ascending_colon(string story, Condition condition, Truth expected) =>
        Of(condition).Tumour.Midgut.Test(value => value).Should().Be(expected, story);

    [Fact]
    public void A_death_is_known_from_its_date_or_its_mark_and_never_assumed()
    {
        Of(new Patient { Id = "p", DeceasedDateTime = "2026-01" }).Patient.Deceased.Test(dead => dead).Should().Be(Truth.Yes);
        Of(new Patient { Id = "p", DeceasedBoolean = true }).Patient.Deceased.Test(dead => dead).Should().Be(Truth.Yes);
        Of(new Patient { Id = "p", DeceasedBoolean = false }).Patient.Deceased.Test(dead => dead).Should().Be(Truth.No);
        Of(new Patient { Id = "p" }).Patient.Deceased.Test(dead => dead).Should().Be(Truth.No);
        Of().Patient.Deceased.Missing.Should().Equal(["patient"], "an answer without the person is none");
        new TumourRecord().Missing(DataNeed.Patient).Picture().Patient.Deceased.Missing.Should().Equal("patient");
    }

    private static PrimarySite? Site(ClinicalPicture picture) => (picture.Tumour.Site as Fact<PrimarySite>.Known)?.Value;

    private static Procedure Operation(string code, string reason) =>
        new()
        {
            Id = "op",
            Status = "completed",
            Code = Snomed(code),
            PerformedDateTime = "2025-03-01",
            ReasonReference = [new Reference { Target = reason }],
        };
}
