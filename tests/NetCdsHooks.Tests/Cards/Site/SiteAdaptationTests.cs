using System.Text;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Clinical.Cards.Site;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;
using NetCdsHooks.Gathering.Templates;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Cards.Site;

public sealed class SiteAdaptationTests
{
    public static TheoryData<string, string, string> Faults => new()
    {
        { "an unknown card", """{ "cards": { "pnet-size-treshold": { "status": "off" } } }""", "*our/a.site.json: $.cards.pnet-size-treshold: found unknown card*pnet-size-threshold*" },
        { "a limit out of bounds", """{ "cards": { "pnet-size-threshold": { "limits": { "sizeLimit": 45 } } } }""", "*our/a.site.json: $.cards.pnet-size-threshold.limits.sizeLimit: found 45; accepted: 15 to 30 mm*" },
        { "a limit in words", """{ "cards": { "pnet-size-threshold": { "limits": { "sizeLimit": "2 cm" } } } }""", "*limits.sizeLimit: found \"2 cm\"; accepted: a number*" },
        { "an unknown limit", """{ "cards": { "pnet-size-threshold": { "limits": { "size": 25 } } } }""", "*found \"size\"*sizeLimit*" },
        { "a limit of a card that has none", """{ "cards": { "eus-missing": { "limits": { "x": 1 } } } }""", "*declares none as adjustable*" },
        { "an unknown status", """{ "cards": { "eus-missing": { "status": "maybe" } } }""", "*$.cards.eus-missing.status: found \"maybe\"; accepted: one of*" },
        { "wording with an unknown fact", """{ "cards": { "eus-missing": { "wording": { "summary": "{{sites}}" } } } }""", "*our/a.site.json: $.cards.eus-missing.wording.summary: found unknown token \"sites\"*" },
        { "wording that can grow too long", $$$"""{ "cards": { "eus-missing": { "wording": { "summary": "{{{new string('x', 150)}}}" } } } }""", "*wording.summary: found a summary that can reach 150*" },
        { "an unknown variant", """{ "cards": { "surveillance-imaging-due": { "wording": { "variants": { "late": { "summary": "x" } } } } } }""", "*found unknown variant \"late\"*" },
        { "an unknown concept", """{ "concepts": { "chromogranin": { "text": ["CGA"] } } }""", "*$.concepts.chromogranin: found unknown concept*chromogranin-a*" },
        { "a code of an unknown system", """{ "concepts": { "chromogranin-a": { "codes": { "lab": { "CGA1": "CgA" } } } } }""", "*our/a.site.json: $.concepts.chromogranin-a.codes.lab: found unknown code system \"lab\"*" },
        { "a code that is there already", """{ "concepts": { "chromogranin-a": { "codes": { "loinc": { "9811-1": "CgA" } } } } }""", "*found \"9811-1\"; accepted: a code that the concept does not have yet*" },
        { "an unknown order", """{ "orders": { "mrt": { "label": "MRT" } } }""", "*$.orders.mrt: found unknown order*mri*" },
        { "an unknown member", """{ "card": { } }""", "*$.card: found unknown member \"card\"*" },
        { "a member with nothing", """{ "cards": { "eus-missing": null } }""", "*$.cards.eus-missing: found null*" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_in_a_site_file_names_file_place_found_and_accepted(string story, string json, string message)
    {
        var load = () => Load(json);

        load.Should().Throw<KnowledgeException>(story).WithMessage(message);
    }

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        var load = () => Load("""{ "cards": { "none": { "status": "off" } }, "orders": { "none": { "label": "x" } }, "concepts": { "none": { "text": ["x"] } } }""");

        load.Should().Throw<KnowledgeException>().Which.Problems.Should().HaveCount(3);
    }

    [Theory]
    [InlineData("as shipped", "{}", 24.9, Truth.Yes)]
    [InlineData("raised", """{ "cards": { "pnet-size-threshold": { "limits": { "sizeLimit": 25 } } } }""", 24.9, Truth.No)]
    [InlineData("raised, at the limit", """{ "cards": { "pnet-size-threshold": { "limits": { "sizeLimit": 25 } } } }""", 25.0, Truth.Yes)]
    public void A_limit_within_bounds_changes_the_decision(string story, string json, double size, Truth expected)
    {
        var knowledge = Load(json).Knowledge;

        Decide(knowledge, "pnet-size-threshold", (decimal)size).Answer.Should().Be(expected, story);
    }

    [Fact]
    public void A_raised_limit_stands_in_the_summary()
    {
        var services = Load("""{ "cards": { "pnet-size-threshold": { "limits": { "sizeLimit": 25 } } } }""");

        Summary(services.Knowledge, 26).Should().Be("Pancreatic NET is 26 mm: resection threshold (25 mm) reached.");
        services.SiteChanges.Should().ContainSingle().Which.Should().Be("card pnet-size-threshold: diameter from which resection is advised 25 mm instead of 20 (our/a.site.json)");
    }

    [Fact]
    public void A_card_is_switched_off_and_those_that_rest_on_it_go_on()
    {
        var services = Load("""{ "cards": { "pnet-size-threshold": { "status": "off" } } }""");

        services.Knowledge.ForHook("patient-view").Cards.Should().NotContain(card => card.Id == "pnet-size-threshold");
        Decide(services.Knowledge, "localized-surgery-first", 26).Answer.Should().NotBe(Truth.Unknown);
    }

    [Fact]
    public void All_cards_beyond_the_core_sources_are_switched_off_together()
    {
        var services = Load("""{ "beyondCards": "off" }""");

        services.Knowledge.Cards.Where(card => card.IsActive).Should().OnlyContain(card => card.IsCore);
        services.SiteChanges.Should().ContainSingle().Which.Should().Match("* cards beyond the core sources are off (our/a.site.json)");
    }

    [Fact]
    public void Wording_may_be_in_another_language()
    {
        var services = Load("""
            { "cards": { "pnet-size-threshold": { "wording": { "title": "Pankreas-NET an der Größenschwelle",
              "summary": "Pankreas-NET misst {{tumourSize}}: Schwelle zur Resektion ({{sizeLimit}}) erreicht.", "detail": ["Ab 2 cm raten die Quellen zur Resektion."] } } },
              "orders": { "mdt-review": { "label": "Tumorkonferenz anfordern" } } }
            """);

        Summary(services.Knowledge, 26).Should().Be("Pankreas-NET misst 26 mm: Schwelle zur Resektion (20 mm) erreicht.");
        services.Knowledge.Orders["mdt-review"].Label.Should().Be("Tumorkonferenz anfordern");
    }

    [Fact]
    public void A_local_code_means_the_concept_and_goes_into_the_query()
    {
        var services = Load("""
            { "systems": { "our-lab": { "uris": ["http://hospital.example/lab"], "match": "exact" } },
              "concepts": { "chromogranin-a": { "codes": { "our-lab": { "CGA1": "Chromogranin A, our assay" } } } } }
            """);
        var concepts = services.Knowledge.Concepts;

        concepts.Match(concepts["chromogranin-a"], new CodeableConcept { Coding = [new("http://hospital.example/lab", "CGA1")] }).Should().Be(ConceptMatch.ByCode);
        QueryWriter.Write(DataNeed.Markers, concepts).Should().Contain(query => query.Template.Contains("http://hospital.example/lab|CGA1"));
    }

    [Fact]
    public void The_shipped_files_stay_as_they_are()
    {
        var files = TestKnowledge.Files();
        var before = KnowledgeBase.Load(files, TestKnowledge.Concepts).Digest;

        SiteAdaptation.Read(files, [File("""{ "cards": { "eus-missing": { "status": "off" } } }""")]);

        KnowledgeBase.Load(files, TestKnowledge.Concepts).Digest.Should().Be(before);
    }

    private static (KnowledgeBase Knowledge, IEnumerable<string> SiteChanges) Load(string json)
    {
        var adaptation = SiteAdaptation.Read(TestKnowledge.Files(), [File(json)]);
        return (adaptation.Load(TestKnowledge.Concepts), adaptation.Changes);
    }

    private static KnowledgeFile File(string json) => new("our/a.site.json", Encoding.UTF8.GetBytes(json));

    private static CardDecision Decide(KnowledgeBase knowledge, string card, decimal size) =>
        new CardSet([knowledge.Cards.First(rule => rule.Id == card)], knowledge.Cards).Decide(knowledge.Picture(Tumour(size), SomeChart.Today, TimeZoneInfo.Utc))[0];

    private static string Summary(KnowledgeBase knowledge, decimal size)
    {
        var record = Tumour(size);
        var picture = knowledge.Picture(record, SomeChart.Today, TimeZoneInfo.Utc);
        var cards = knowledge.ForHook("patient-view");
        return Clinical.Cards.Answer.Advice.Compose(cards, knowledge.StandardReasons, record, picture, cards.Decide(picture))
            .Single(card => card.Id == "pnet-size-threshold").Summary;
    }

    /// <summary>A localised pancreatic NET in place, with nothing else on record.</summary>
    private static PatientRecord Tumour(decimal size)
    {
        var resources = new Resource[]
        {
            new Patient { Id = "p" },
            new Condition
            {
                Id = "net",
                Code = new() { Coding = [new("http://hl7.org/fhir/sid/icd-10-cm", "C7A.8")] },
                BodySite = [new() { Coding = [new("http://snomed.info/sct", "15776009")] }],
                OnsetDateTime = "2026-01-01",
                            },
            new Observation
            {
                Id = "stage",
                Status = "final",
                Code = new() { Coding = [new("http://loinc.org", "21908-9")] },
                EffectiveDateTime = "2026-01-20",
                ValueString = "Stage II",
            },
            new Observation
            {
                Id = "size",
                Status = "final",
                Code = new() { Coding = [new("http://loinc.org", "33728-7")] },
                EffectiveDateTime = "2026-11-01",
                ValueQuantity = new() { Value = size, Unit = "mm" },
            },
        };
        return new("p", NeedInfo.All.Select(info => new NeedAnswer(
            info.Need,
            [.. resources.Where(resource => resource.TypeName == info.ResourceType && (resource is not Observation || info.Need == DataNeed.Pathology))])));
    }
}
