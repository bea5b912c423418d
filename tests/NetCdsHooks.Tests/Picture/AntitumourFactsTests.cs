using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;
using NetCdsHooks.Tests.Support;
using static NetCdsHooks.Tests.Support.SomeResources;

namespace NetCdsHooks.Tests.Picture;

public sealed class AntitumourFactsTests
{
    private static readonly CodeableConcept Lanreotide = Code(Atc, "H01CB03");
    private static readonly CodeableConcept Octreotide = Code(Atc, "H01CB02");
    private static readonly CodeableConcept Cisplatin = Code(RxNorm, "2555");

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

        var drugs = SomeChart.Picture(record).Antitumour;

        drugs.PlatinumEver.Should().BeOfType<Fact<bool>.Known>(story).Which.Value.Should().Be(platinum, story);
        drugs.SystemicEver.Should().BeOfType<Fact<bool>.Known>(story).Which.Value.Should().Be(systemic, story);
    }

    [Fact]
    public void A_failed_procedure_query_leaves_open_whether_a_radionuclide_was_given() =>
        SomeChart.PictureWithGaps([DataNeed.Procedures]).Antitumour.SystemicEver.Missing.Should().Equal("procedures");

    [Fact]
    public void The_last_day_of_systemic_therapy_is_the_latest_of_all()
    {
        SomeChart.Picture(Dose("a", "2019-05-01", Cisplatin), Dose("b", "2020-07-01", Code(Atc, "V10XX04"))).Antitumour
            .LastSystemicTherapy.Should().Be((PartialDate)new DateOnly(2020, 7, 1));
        SomeChart.Picture().Antitumour.LastSystemicTherapy.Should().BeNull();
    }

    public static TheoryData<string, CodeableConcept, bool, bool> Agents => new()
    {
        { "everolimus", Code(Atc, "L01EG02"), false, true },
        { "surufatinib", Words("surufatinib 300 mg"), false, true },
        { "belzutifan", Code(Atc, "L01XX74"), false, true },
        { "interferon", Words("Interferon alfa-2b"), false, true },
        { "interferon beta", Words("Interferon beta-1a"), false, false },
        { "streptozocin", Words("Zanosar"), true, true },
        { "cisplatin", Cisplatin, true, true },
        { "doxorubicin by its trade name", Words("Adriamycin 50 mg"), true, true },
        { "beads with doxorubicin go into the liver", Words("doxorubicin drug-eluting beads"), false, false },
        { "capecitabine and temozolomide", Words("CAPTEM cycle 2"), true, true },
        { "fluorouracil cream", Words("fluorouracil 5 % cream"), false, false },
        { "telotristat is against symptoms", Code(Atc, "A16AX15"), false, false },
        { "an analogue is no prior therapy of this kind", Lanreotide, false, false },
        { "radionuclide", Code(Atc, "V10XX04"), false, true },
    };

    [Theory]
    [MemberData(nameof(Agents))]
    public void Chemotherapy_and_therapy_beyond_the_analogues(string story, CodeableConcept drug, bool chemotherapy, bool beyondSsa)
    {
        var drugs = SomeChart.Picture(Order("m", "completed", drug)).Antitumour;

        drugs.ChemotherapyEver.Value().Should().Be(chemotherapy, story);
        drugs.SystemicBeyondSsa.Value().Should().Be(beyondSsa, story);
    }

    [Fact]
    public void Each_drug_that_a_card_offers_is_known_when_it_was_given()
    {
        var drugs = SomeChart.Picture(
            Dose("a", "2025-01-01", Words("Afinitor 10 mg")), Dose("b", "2025-01-01", Words("Sutent")), Dose("c", "2025-01-01", Words("Cabometyx 60 mg")),
            Dose("d", "2025-01-01", Words("Welireg")), Dose("e", "2025-01-01", Words("Xermelo 250 mg"))).Antitumour;

        new[] { drugs.EverolimusEver, drugs.SunitinibEver, drugs.CabozantinibEver, drugs.BelzutifanEver, drugs.TelotristatEver }
            .Should().OnlyContain(fact => fact.Test(ever => ever) == Truth.Yes);
    }
}
