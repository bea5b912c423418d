using System.Collections.Immutable;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Clinical.Cards.Answer;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Cards;

public class AdviceTests
{
    private static readonly Condition Tumour = new()
    {
        Id = "net",
        Code = new() { Coding = [new("http://hl7.org/fhir/sid/icd-10-cm", "C7A.012", "Malignant carcinoid tumor of the ileum")] },
        Subject = new() { Target = "Patient/pat" },
        RecordedDate = "2026-01-10",
    };

    [Fact]
    public void Five_gaps_in_the_work_up_are_one_card_that_lists_them()
    {
        var cards = Show(Answers(DataNeed.Conditions, Tumour));

        cards.Should().NotContain(card => card.Category == CardCategory.Workup && card.Id != "workup-gaps");
        var merged = cards.Should().ContainSingle(card => card.Id == "workup-gaps").Subject;
        merged.StandsFor.Should().HaveCountGreaterThan(4).And.Contain("histology-confirmation-missing");
        merged.Indicator.Should().Be(Indicator.Warning);
        merged.Selection.Should().Be(SelectionBehavior.Any);
        merged.OverrideReasons.Select(reason => reason.Code).Should().OnlyHaveUniqueItems().And.Contain("done-elsewhere");
        merged.Suggestions.Should().OnlyHaveUniqueItems(suggestion => suggestion.Label);
    }

    [Fact]
    [Trait("Requirement", "C-15")]
    public void Cards_come_by_urgency_and_then_by_category()
    {
        foreach (var sample in Samples.Names)
            Show(Samples.FullRecord(sample)).Select(card => (-(int)card.Indicator, card.Category)).Should().BeInAscendingOrder(sample);
    }

    [Fact]
    public void A_deceased_patient_gets_no_cards() =>
        Show(Answers(DataNeed.Conditions, Tumour, new Patient { Id = "pat", DeceasedDateTime = "2026-10-01" })).Should().BeEmpty();

    [Fact]
    public void A_card_that_rests_on_free_text_is_information_and_says_so()
    {
        var told = Tumour with { Code = new CodeableConcept { Text = "neuroendocrine tumour of the ileum" } };

        Show(Answers(DataNeed.Conditions, told)).Should().NotBeEmpty().And.AllSatisfy(card => card.Indicator.Should().Be(Indicator.Info));
    }

    [Fact]
    [Trait("Requirement", "R-06")]
    public void What_could_not_be_read_is_named_with_the_checks_that_it_stopped()
    {
        var cards = Show(Answers(DataNeed.Conditions, Tumour, gap: DataNeed.Imaging));

        var missing = cards[^1];
        missing.Id.Should().Be("net-data-incomplete");
        missing.Indicator.Should().Be(Indicator.Info);
        missing.Detail.Should().Contain("**imaging studies**: the record system answered with an error");
        missing.Suggestions.Should().BeEmpty();
        missing.OverrideReasons.Should().BeEmpty();
    }

    [Fact]
    public void A_card_that_might_have_been_more_urgent_names_what_could_not_be_read()
    {
        var order = new ServiceRequest { Id = "order", Status = "draft", Intent = "order", Code = new() { Text = "Lu-177 dotatate therapy" } };
        var record = new PatientRecord(
            "pat",
            NeedInfo.All.Select(info => new NeedAnswer(
                info.Need,
                info.Need switch { DataNeed.Conditions => [Tumour], DataNeed.Patient => [new Patient { Id = "pat" }], _ => [] },
                info.Need == DataNeed.Imaging ? NeedGap.Failed : null)),
            new CallContext(Hook.OrderSign) { Drafts = [new(order)] });

        var decision = TestKnowledge.Base.ForHook("order-sign").Decide(TestKnowledge.Base.Picture(record, SomeChart.Today, TimeZoneInfo.Utc))
            .Single(decision => decision.Card.Id == "prrt-without-sstr");

        decision.Answer.Should().Be(Clinical.Logic.Truth.Yes);
        decision.Indicator.Should().Be(Indicator.Info);
        decision.Missing.Should().Equal("imaging");
    }

    [Fact]
    public void What_finds_no_room_is_named_on_the_last_card()
    {
        var syndrome = Tumour with { Id = "syndrome", Code = new() { Coding = [new("http://hl7.org/fhir/sid/icd-10-cm", "E34.00", "Carcinoid syndrome")] } };
        var operations = Enumerable.Range(1, 12)
            .Select(number => new DraftOrder(new ServiceRequest { Id = $"operation-{number}", Status = "draft", Intent = "order", Code = new() { Text = "Right hemicolectomy" } }));
        var record = new PatientRecord(
            "pat",
            NeedInfo.All.Select(info => new NeedAnswer(
                info.Need, info.Need switch { DataNeed.Conditions => [Tumour, syndrome], DataNeed.Patient => [new Patient { Id = "pat" }], _ => [] })),
            new CallContext(Hook.OrderSign) { Drafts = [.. operations] });
        var picture = TestKnowledge.Base.Picture(record, SomeChart.Today, TimeZoneInfo.Utc);
        var set = TestKnowledge.Base.ForHook("order-sign");

        var cards = Advice.Compose(set, TestKnowledge.Base.StandardReasons, record, picture, set.Decide(picture));

        cards.Should().HaveCount(Advice.MaxCards);
        cards.Should().OnlyContain(card => card.Indicator == Indicator.Critical);
        cards[^1].Detail.Should().EndWith("**Not shown for want of room**: Octreotide around procedures; Tumour-board review; Cholecystectomy at the same operation.");
    }

    [Fact]
    public void When_everything_was_answered_nothing_is_said_to_be_missing() =>
        Show(Answers(DataNeed.Conditions, Tumour)).Should().NotContain(card => card.Id == "net-data-incomplete");

    [Fact]
    [Trait("Requirement", "C-02")]
    public void No_summary_of_any_sample_reaches_140_units() =>
        Samples.Names.SelectMany(sample => Show(Samples.FullRecord(sample))).Should().AllSatisfy(card => card.Summary.Length.Should().BeInRange(1, 139));

    [Fact]
    public void Every_card_names_its_reason_its_source_and_asks_for_verification()
    {
        foreach (var card in Samples.Names.SelectMany(sample => Show(Samples.FullRecord(sample))))
        {
            card.Detail.Should().StartWith("**").And.Contain("\n- ").And.Contain("\nSource: ").And.EndWith("verify independently.*");
            card.Sources.Should().NotBeEmpty();
        }
    }

    private static ImmutableArray<ShownCard> Show(PatientRecord record)
    {
        var knowledge = TestKnowledge.Base;
        var cards = knowledge.ForHook("patient-view");
        var picture = Samples.Picture(record);
        return Advice.Compose(cards, knowledge.StandardReasons, record, picture, cards.Decide(picture));
    }

    private static PatientRecord Answers(DataNeed need, Resource resource, Patient? patient = null, DataNeed? gap = null) => new(
        "pat",
        NeedInfo.All.Select(info =>
            info.Need == need ? new NeedAnswer(need, [resource])
            : info.Need == DataNeed.Patient ? new(DataNeed.Patient, [patient ?? new Patient { Id = "pat" }])
            : new(info.Need, [], info.Need == gap ? NeedGap.Failed : null)));
}
