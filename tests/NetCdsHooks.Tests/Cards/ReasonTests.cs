using NetCdsHooks.Clinical.Cards.Answer;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Tests.Support;
using static NetCdsHooks.Tests.Picture.TumourRecord;

namespace NetCdsHooks.Tests.Cards;

public class ReasonTests
{
    [Fact]
    public void A_limit_is_told_where_a_number_was_set_against_it() =>
        DetailOf("net-data-quality", ResultText("ki67", Loinc("29593-1"), "low")).Should().Contain("compared: data problems at least 1");

    [Fact]
    public void Asking_whether_a_number_is_recorded_tells_no_limit() =>
        DetailOf("ki67-missing", PathologyReport("report")).Should().Contain("Ki-67 index: not recorded\n").And.NotContain("compared");

    private static string DetailOf(string cardId, Resource finding)
    {
        var picture = Of(new Patient { Id = "p" }, Diagnosis("net", Icd("C7A.8")), finding);
        var decision = TestKnowledge.Base.ForHook("patient-view").Decide(picture).Single(one => one.Card.Id == cardId);
        decision.Answer.Should().Be(Truth.Yes);
        return new CardComposer(picture, []).Show(decision).Detail;
    }
}
