using NetCdsHooks.Clinical.Cards.Lint.Rules;

namespace NetCdsHooks.Tests.Cards.Lint;

/// <summary>The rules about what cards say.</summary>
public class LintWordingTests
{
    private const string Summary = "The tumour is {{tumourSize}} large.";

    [Theory]
    [InlineData("The tumour is large.", false)]
    [InlineData("Resection is an option.", false)]
    [InlineData("Consider resection.", false)]
    [InlineData("Start of treatment: not recorded.", false)]
    [InlineData("Plan used: the longest.", false)]
    [InlineData("Repeat imaging is due.", false)]
    [InlineData("Images of the head do not count.", false)]
    [InlineData("Mustard is unrelated.", false)]
    [InlineData("Stop lanreotide.", true)]
    [InlineData("Do not stop lanreotide.", true)]
    [InlineData("The tumour is large. Resect it.", true)]
    [InlineData("The tumour is large; check glucose.", true)]
    [InlineData("Please record one value.", true)]
    [InlineData("The patient must be operated on.", true)]
    [InlineData("Octreotide should not be stopped.", true)]
    [InlineData("For hormone symptoms, give octreotide.", true)]
    [InlineData("[[Order a CT. ]]It is {{tumourSize}}.", true)]
    public void A_sentence_that_gives_an_order_is_found(string sentence, bool isOrder)
    {
        var inSummary = new SmallKnowledge().Replace(SmallKnowledge.Card, Summary, sentence);
        var inDetail = new SmallKnowledge().Replace(SmallKnowledge.Card, "\"It is {{tumourSize}}[[, grade {{grade}}]].\"", $"\"{sentence}\"");

        Paths(inSummary).Should().Equal(isOrder ? ["$.summary"] : [], sentence);
        Paths(inDetail).Should().Equal(isOrder ? ["$.detail[0]"] : [], sentence);
    }

    [Fact]
    public void The_label_of_a_suggestion_may_give_an_order() =>
        Paths(new SmallKnowledge().Replace(SmallKnowledge.Card, "Ask the board", "Order a CT")).Should().BeEmpty();

    [Theory]
    [InlineData("short with its caveat", 98, null)]
    [InlineData("too long with its caveat only", 99, "140")]
    public void A_summary_that_its_caveat_makes_too_long_is_a_hint(string story, int letters, string? found)
    {
        var knowledge = new SmallKnowledge().Replace(SmallKnowledge.Card, Summary, new string('x', letters) + "{{tumourSize}}");

        var findings = new LintRuleTests.AllCards(new LongSummary()).Check(LintRuleTests.Subject(knowledge)).ToList();

        findings.Select(finding => finding.Problem.Path).Should().Equal(found is null ? [] : ["$.summary"], story);
        findings.All(finding => finding.IsHint && finding.Problem.Found.Contains(found!)).Should().BeTrue(story);
    }

    [Fact]
    public void A_summary_that_an_example_makes_too_long_is_found()
    {
        const string Example = """
            { "name": "F: 24 mm", "expect": "fires", "chart": [
              { "condition": "icd-10-cm|C25.4|Neuroendocrine tumour of the pancreas", "on": "2026-01-10" },
              { "observation": "loinc|33728-7", "value": "24 mm", "on": "2026-11-10" }] }
            """;
        var knowledge = new SmallKnowledge().WithExamples(Example).Replace(SmallKnowledge.Card, Summary, new string('x', 118) + "{{tumourSize}}");

        new LintRuleTests.AllCards(new LongSummary()).Check(LintRuleTests.Subject(knowledge)).Where(finding => !finding.IsHint)
            .Should().ContainSingle().Which.Problem.Path.Should().Be("$.examples[0] (\"F: 24 mm\")");
    }

    private static IEnumerable<string> Paths(SmallKnowledge knowledge) =>
        new ImperativeWording().Check(LintRuleTests.Subject(knowledge)).Select(finding => finding.Problem.Path);
}
