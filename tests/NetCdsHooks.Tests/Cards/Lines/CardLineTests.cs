using NetCdsHooks.Clinical.Cards.Examples;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Cards.Lines;

/// <summary>The worked examples of the cards show everything that the cards were asked to do.</summary>
public class CardLineTests
{
    private static IEnumerable<CardLine> Lines =>
        [.. WorkupLines.All, .. SurveillanceLines.All, .. TreatmentLines.All, .. SafetyLines.All, .. CoordinationLines.All];

    [Fact]
    public void Every_card_of_the_lines_is_there() =>
        Lines.Select(line => line.Card).Distinct().Except(TestKnowledge.Base.Cards.Select(card => card.Id)).Should().BeEmpty();

    [Fact]
    public void Every_card_has_lines_but_those_that_stand_for_others() =>
        TestKnowledge.Base.Cards.Where(card => card is { Merge: null, NamesWhatIsMissing: false }).Select(card => card.Id)
            .Except(Lines.Select(line => line.Card)).Should().BeEmpty();

    [Fact]
    public void The_examples_of_each_card_show_every_line_and_every_value_in_it()
    {
        var examples = TestKnowledge.Base.Examples.ToLookup(example => example.Card.Id);

        Lines.SelectMany(line => line.Missing([.. examples[line.Card]])).Should().BeEmpty();
    }

    [Theory]
    [InlineData("20", true)]
    [InlineData("20.0", true)]
    [InlineData("20.00", true)]
    [InlineData("120", false)]
    [InlineData("20.1", false)]
    [InlineData("1.20", false)]
    [InlineData("200", false)]
    public void A_value_is_met_by_the_same_number_only(string number, bool met) =>
        new CardLine("card", 'B', "", ("20 mm", "fires")).Missing([Named($"B: {number} mm")]).Any().Should().Be(!met);

    private static WorkedExample Named(string name) =>
        new(null!, name, "card.examples.json", "$") { Today = Samples.Day, Chart = [], Hook = Hook.PatientView, Drafts = [], Background = [], Failed = [], CutShort = [], Expected = Truth.Yes };
}
