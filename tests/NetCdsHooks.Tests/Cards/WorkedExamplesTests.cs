using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Cards;

public class WorkedExamplesTests
{
    [Fact]
    public void Every_worked_example_turns_out_as_written() =>
        string.Join('\n', TestKnowledge.Base.RunExamples()).Should().BeEmpty();

    [Fact]
    public void Every_card_has_at_least_four_examples_of_all_kinds()
    {
        var examples = TestKnowledge.Base.Examples.ToLookup(example => example.Card.Id);

        foreach (var card in TestKnowledge.Base.Cards)
        {
            examples[card.Id].Should().HaveCountGreaterThanOrEqualTo(4, "{0} needs its worked examples", card.Id);
            examples[card.Id].Select(example => example.Name[0]).Should().Contain(['F', 'N', 'B'], "{0} needs each kind", card.Id);
        }
    }
}
