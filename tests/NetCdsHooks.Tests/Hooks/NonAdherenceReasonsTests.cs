using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Hooks;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Hooks;

/// <summary>Reasons for not following a card, under HL7's codes.</summary>
public class NonAdherenceReasonsTests
{
    [Fact]
    [Trait("Requirement", "C-12")]
    public async Task Under_3_0_a_reason_bears_HL7s_code_and_our_words()
    {
        var cards = TestCards.NewFolder();
        TestCards.Change(cards, "override-reasons.json", "\"extra\"", "\"nonAdherence\": { \"later\": \"wrong-time-workflow\" }, \"extra\"");
        await using var host = new ServiceHost().With("NetCdsHooks:CardFolder", cards).With("NetCdsHooks:CdsHooks", "V3");

        var card = (await host.Call(HookCall.ActiveTumour(host))).Card("tumour-active");

        card["overrideReasons"]!.ToJsonString().Should()
            .Be("""[{"system":"http://cds-hooks.hl7.org/CodeSystem/non-adherence-reason","code":"wrong-time-workflow","display":"Will do later"}]""");
    }

    [Fact]
    [Trait("Requirement", "C-12")]
    public void The_codes_of_a_card_stay_different()
    {
        var reasons = new NonAdherenceReasons(TestKnowledge.Base.NonAdherenceCodes);
        var card = new Card("u", "s", "d", "warning", new("l", null, null), null, null,
            [.. TestKnowledge.Base.OverrideCodes.Select(code => new WireCoding(OverrideReason.System, code, code))], null, new(new("a", "1.0.0", "x"), null));

        var shown = reasons.Translate(new CdsResponse([card])).Cards.Single().OverrideReasons!;

        shown.Select(reason => reason.Code).Should().OnlyHaveUniqueItems();
        shown.Should().Contain(reason => reason.System == NonAdherenceReasons.System).And.Contain(reason => reason.System == OverrideReason.System);
        shown.Select(reason => reason.Display).Should().Equal(card.OverrideReasons!.Select(reason => reason.Display));
    }

    [Theory]
    [InlineData("\"later\": \"too-late\"", "override-reasons.json: $.nonAdherence.later: found \"too-late\"; accepted: a code of HL7's non-adherence reasons")]
    [InlineData("\"never\": \"action-completed\"", "override-reasons.json: $.nonAdherence.never: found the reason never; accepted: a reason of standard or extra")]
    public void A_wrong_entry_is_told(string entry, string fault)
    {
        var cards = TestCards.NewFolder();
        TestCards.Change(cards, "override-reasons.json", "\"extra\"", $"\"nonAdherence\": {{ {entry} }}, \"extra\"");

        FluentActions.Invoking(() => KnowledgeBase.Load(NetCdsHooks.Hosting.KnowledgeFolder.Read(cards)))
            .Should().Throw<KnowledgeException>().Which.Message.Should().Contain(fault);
    }
}
