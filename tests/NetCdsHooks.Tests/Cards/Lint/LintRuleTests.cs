using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Clinical.Cards.Lint;
using NetCdsHooks.Clinical.Cards.Lint.Rules;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Cards.Lint;

/// <summary>Each rule finds its fault in a small folder, and is silent without it.</summary>
public class LintRuleTests
{
    private const string Card = SmallKnowledge.Card;
    private const string Limit = "\"tumourSize\": { \"atLeast\": 20, \"unit\": \"mm\" }";

    /// <summary>Story; what stands in place of the limit in <c>when</c>; what is found, or nothing.</summary>
    public static TheoryData<string, string, string?> Criteria => new()
    {
        { "one limit", Limit, null },
        { "two limits with room between them", "\"tumourSize\": { \"atLeast\": 20, \"below\": 30, \"unit\": \"mm\" }", null },
        { "two limits that are the same value", "\"tumourSize\": { \"atLeast\": 20, \"atMost\": 20, \"unit\": \"mm\" }", null },
        { "two limits without room", "\"tumourSize\": { \"atLeast\": 20, \"below\": 20, \"unit\": \"mm\" }", "tumourSize atLeast 20 mm; tumourSize below 20 mm" },
        { "not recorded, but with a limit", "\"tumourSize\": { \"atLeast\": 20, \"unit\": \"mm\", \"recorded\": false }", "tumourSize recorded" },
        { "recorded with a limit", "\"tumourSize\": { \"atLeast\": 20, \"unit\": \"mm\", \"recorded\": true }", null },
        { "a value and its exclusion", "\"site\": { \"is\": \"pancreas\", \"isNot\": \"pancreas\" }", "site is pancreas; site isNot pancreas" },
        { "one alternative that can hold", "\"anyOf\": [{ \"netStatus\": { \"is\": \"remission\" } }, { \"site\": { \"is\": \"pancreas\" } }]", null },
        { "no alternative that can hold", "\"anyOf\": [{ \"netStatus\": { \"is\": \"remission\" } }, { \"netStatus\": { \"is\": \"history\" } }]", "netStatus is active; netStatus is remission; netStatus is history" },
        { "a set with and without the same value", "\"pendingOrders\": { \"includes\": \"ki67\", \"excludes\": \"ki67\" }", "pendingOrders includes ki67; pendingOrders excludes ki67" },
        { "a set with one value and without another", "\"pendingOrders\": { \"includes\": \"ki67\", \"excludes\": \"surgery\" }", null },
    };

    [Theory]
    [MemberData(nameof(Criteria))]
    public void Criteria_that_no_patient_meets_are_found(string story, string criteria, string? found) =>
        Expect(new NeverFires(), new SmallKnowledge().Replace(Card, Limit, criteria), story, "$.when", found);

    /// <summary>Story; the exclusions; whether the card can fire.</summary>
    public static TheoryData<string, string, bool> Exclusions => new()
    {
        { "of something else", "\"site\": { \"is\": \"lung\" }", true },
        { "of larger sizes", "\"tumourSize\": { \"atLeast\": 40, \"unit\": \"mm\" }", true },
        { "of what is asked for", "\"netStatus\": { \"is\": \"active\" }", false },
        { "of all sizes asked for", "\"tumourSize\": { \"atLeast\": 10, \"unit\": \"mm\" }", false },
        { "of everything recorded", "\"tumourSize\": { \"recorded\": true }", false },
        { "by an alternative that is always there", "\"anyOf\": [{ \"site\": { \"is\": \"lung\" } }, { \"netStatus\": { \"isNot\": \"history\" } }]", false },
    };

    [Theory]
    [MemberData(nameof(Exclusions))]
    public void An_exclusion_of_all_that_a_card_asks_for_is_found(string story, string unless, bool fires) =>
        Expect(new NeverFires(), Before("detail", $"\"unless\": {{ {unless} }}"), story, "$.when", fires ? null : "cannot hold together");

    /// <summary>Story; the conditions of the variants in their order; what is found, or nothing.</summary>
    public static TheoryData<string, string[], string?> Variants => new()
    {
        { "one that can hold", ["\"midgut\": { \"is\": \"yes\" }"], null },
        { "the rest after the first", ["\"tumourSize\": { \"above\": 30, \"unit\": \"mm\" }", "\"grade\": { \"is\": \"g1\" }"], null },
        { "one that contradicts the card", ["\"tumourSize\": { \"below\": 20, \"unit\": \"mm\" }"], "\"v0\" that contradicts" },
        { "one that an earlier one implies", ["\"midgut\": { \"is\": \"yes\" }", "\"midgut\": { \"is\": \"yes\" }, \"grade\": { \"is\": \"g1\" }"], "\"v1\" of whose cases" },
        { "the narrow one first", ["\"midgut\": { \"is\": \"yes\" }, \"grade\": { \"is\": \"g1\" }", "\"midgut\": { \"is\": \"yes\" }"], null },
        { "one that two earlier ones leave nothing", ["\"tumourSize\": { \"below\": 30, \"unit\": \"mm\" }", "\"tumourSize\": { \"atLeast\": 30, \"unit\": \"mm\" }", "\"grade\": { \"is\": \"g1\" }"], "\"v2\" of whose cases" },
        { "one between two limits", ["\"tumourSize\": { \"below\": 30, \"unit\": \"mm\" }", "\"tumourSize\": { \"above\": 30, \"unit\": \"mm\" }", "\"grade\": { \"is\": \"g1\" }"], null },
        { "an unknown is left by yes and no", ["\"midgut\": { \"is\": \"yes\" }", "\"midgut\": { \"is\": \"no\" }", "\"grade\": { \"is\": \"g1\" }"], null },
        { "no unknown is left where it passes", ["\"midgut\": { \"is\": \"yes\" }", "\"midgut\": { \"is\": \"no\", \"orUnknown\": true }", "\"grade\": { \"is\": \"g1\" }"], "\"v2\" of whose cases" },
    };

    [Theory]
    [MemberData(nameof(Variants))]
    public void A_variant_that_can_never_be_shown_is_found(string story, string[] conditions, string? found)
    {
        var variants = conditions.Select((condition, index) => $$"""{ "name": "v{{index}}", "when": { {{condition}} }, "indicator": "warning" }""");

        Expect(new NeverShown(), Before("detail", $"\"variants\": [{string.Join(", ", variants)}]"), story, $"$.variants[{conditions.Length - 1}].when", found);
    }

    [Theory]
    [InlineData("a paragraph for others", "\"netStatus\": { \"is\": \"remission\" }", "never holds")]
    [InlineData("a paragraph for smaller ones", "\"tumourSize\": { \"atMost\": 19, \"unit\": \"mm\" }", "never holds")]
    [InlineData("a paragraph for larger ones", "\"tumourSize\": { \"above\": 40, \"unit\": \"mm\" }", null)]
    public void A_paragraph_that_can_never_be_shown_is_found(string story, string when, string? found) =>
        Expect(
            new NeverShown(), new SmallKnowledge().Replace(Card, "\"detail\": [", $$"""{{"\"detail\": ["}}{ "when": { {{when}} }, "text": "More." }, """),
            story, "$.detail[0].when", found);

    /// <summary>Story; another card's condition; what is found, or nothing.</summary>
    public static TheoryData<string, string, string?> OtherLimits => new()
    {
        { "the other side of the same limit", "\"below\": 20", null },
        { "the same limit", "\"atLeast\": 20", null },
        { "another limit", "\"above\": 15", null },
        { "a gap at the limit", "\"above\": 20", "above 20 mm, while" },
        { "an overlap at the limit", "\"atMost\": 20", "atMost 20 mm, while" },
    };

    [Theory]
    [MemberData(nameof(OtherLimits))]
    public void Cards_that_disagree_about_a_limit_are_found(string story, string condition, string? found)
    {
        var knowledge = new SmallKnowledge().WithCopy("workup/size-told.card.json", "size-told", "\"atLeast\": 20", condition);

        Expect(new LimitSides(), knowledge, story, "$.when.tumourSize", found);
    }

    /// <summary>Story; the range of the observed and of the resected; what is found, or nothing.</summary>
    public static TheoryData<string, string, string, string?> Ranges => new()
    {
        { "side by side", "\"below\": 20", "\"atLeast\": 20", null },
        { "a gap of a value", "\"below\": 20", "\"above\": 20", "no card for exactly 20" },
        { "a gap of a stretch", "\"atMost\": 15", "\"atLeast\": 20", "no card for values between 15 and 20" },
        { "an overlap of a value", "\"atMost\": 20", "\"atLeast\": 20", "pnet-size-threshold and pnet-watch-and-wait-eligible for exactly 20" },
    };

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Related_cards_share_out_all_sizes(string story, string observed, string resected, string? found)
    {
        var knowledge = new SmallKnowledge()
            .WithCopy("treatment/pnet-watch-and-wait-eligible.card.json", "pnet-watch-and-wait-eligible", "\"atLeast\": 20", observed)
            .WithCopy("treatment/pnet-size-threshold.card.json", "pnet-size-threshold", "\"atLeast\": 20", resected);

        Expect(new RangeFamilies(), knowledge, story, "$.when.tumourSize", found);
    }

    /// <summary>Story; the sizes in the worked examples; what is found, or nothing.</summary>
    public static TheoryData<string, string[], string?> Sizes => new()
    {
        { "both sides", ["20 mm", "19.9 mm"], null },
        { "in another unit", ["2 cm", "1.9 cm"], null },
        { "only at the limit", ["20 mm", "24 mm"], "just beyond it" },
        { "only beyond it", ["19 mm", "24 mm"], "at it" },
        { "far from the limit", ["40 mm", "10 mm"], "at it, nor one just beyond it" },
        { "none", [], "at it, nor one just beyond it" },
    };

    /// <summary>Story; sizes of the tumour in the worked examples; what is found, or nothing.</summary>
    public static TheoryData<string, string[], string?> Sides => new()
    {
        { "both sides", ["20 mm", "19 mm"], null },
        { "it only fires", ["20 mm"], "in which it is silent" },
        { "it is only silent", ["19 mm"], "in which it fires" },
        { "none", [], "in which it fires, and none in which it is silent" },
    };

    [Theory]
    [MemberData(nameof(Sides))]
    public void A_card_without_examples_of_both_answers_is_found(string story, string[] sizes, string? found) =>
        Expect(new UntestedCard(), new SmallKnowledge().WithExamples(string.Join(", ", Examples(sizes))), story, "$", found);

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_limit_without_examples_on_both_sides_is_found(string story, string[] sizes, string? found) =>
        Expect(new UntestedLimit(), new SmallKnowledge().WithExamples(string.Join(", ", Examples(sizes))), story, "$.when.tumourSize.atLeast", found);

    private static IEnumerable<string> Examples(string[] sizes) => sizes.Select((size, index) => $$"""
        { "name": "B: {{size}}", "expect": "fires", "chart": [
          { "condition": "icd-10-cm|C25.4|Neuroendocrine tumour of the pancreas", "on": "2026-01-10" },
          { "observation": "loinc|33728-7", "value": "{{size}}", "on": "2026-11-1{{index}}" }] }
        """);

    /// <summary>Story; how long ago the examples' scans were; what is found, or nothing.</summary>
    public static TheoryData<string, string[], string?> Ages => new()
    {
        { "both sides", ["2024-11-21", "2024-11-20"], null },
        { "two days beyond", ["2024-11-21", "2024-11-19"], "just beyond it" },
        { "not to the day", ["2024-11", "2024-11-20"], "at it" },
    };

    [Theory]
    [MemberData(nameof(Ages))]
    public void A_limit_of_an_age_needs_the_day_itself_and_the_next(string story, string[] days, string? found)
    {
        var examples = days.Select(day => $$"""
            { "name": "B: {{day}}", "expect": "fires", "chart": [
              { "condition": "icd-10-cm|C25.4|Neuroendocrine tumour of the pancreas", "on": "2024-01-10" },
              { "procedure": "68Ga-DOTATATE PET/CT", "on": "{{day}}" }] }
            """);
        var knowledge = new SmallKnowledge().WithExamples(string.Join(", ", examples))
            .Replace(Card, Limit, "\"lastSstrImaging\": { \"above\": 24, \"unit\": \"months\" }");

        Expect(new UntestedLimit(), knowledge, story, "$.when.lastSstrImaging.above", found);
    }

    [Fact]
    public void A_variant_for_a_moment_at_which_the_card_is_not_decided_is_found() =>
        Expect(
            new NeverShown(), Before("detail", """
                "variants": [{ "name": "v", "when": { "hook": { "is": "orderSign" } }, "indicator": "warning" }]
                """), "patient-view only", "$.variants[0].when", "contradicts");

    [Fact]
    public void A_card_that_contradicts_the_card_that_it_requires_is_found() =>
        Expect(
            new NeverFires(), new SmallKnowledge().WithCopy("workup/size-told.card.json", "size-told", Limit, Limit.Replace("atLeast", "below") + " }, \"requires\": [\"size-noted\"], \"unless\": { \"site\": { \"is\": \"lung\" }"),
            "below 20 requires at least 20", "$.when", "cannot hold together");

    [Theory]
    [InlineData("reviewed today", "2026-11-21", null)]
    [InlineData("two years ago to the day", "2024-11-21", null)]
    [InlineData("a day more than two years ago", "2024-11-20", "2024-11-20, more than 2 years ago")]
    [InlineData("tomorrow", "2026-11-22", "2026-11-22, which is still to come")]
    public void A_review_that_is_past_or_to_come_is_a_hint(string story, string reviewed, string? found) =>
        Expect(new ReviewDates(), new SmallKnowledge().Replace(Card, "2026-11-21", reviewed), story, "$.lastReviewDate", found, isHint: true);

    [Fact]
    public void A_fact_that_no_card_uses_is_a_hint() =>
        Findings(new UnusedFacts(), new SmallKnowledge()).Should().AllSatisfy(finding => finding.IsHint.Should().BeTrue())
            .And.Subject.Select(finding => finding.Problem.Path).Should().Contain("midgut").And.NotContain(["tumourSize", "grade", "netStatus", "deceased"]);

    [Theory]
    [InlineData("by its name", "net", true)]
    [InlineData("by the stem of its name", "ne-", false)]
    [InlineData("not at all", "tumour", false)]
    public void A_concept_that_no_fact_uses_is_a_hint(string story, string word, bool used) =>
        new UnusedConcepts().Check(Subject(new SmallKnowledge(), word)).Select(finding => finding.Problem.Path)
            .Should().Equal(used ? [] : ["net"], story);

    [Fact]
    public void Plans_that_are_told_one_by_one_are_told_all()
    {
        const string Paragraphs = """
            "detail": [
              { "when": { "plan": { "is": "highGrade" } }, "text": "A." }, { "when": { "plan": { "is": "resected" } }, "text": "B." },
              { "when": { "plan": { "is": "longest" } }, "text": "C." },
            """;

        Findings(new AllCards(new PlansTold()), new SmallKnowledge().Replace(Card, "\"detail\": [", Paragraphs))
            .Where(finding => finding.Problem.Found.StartsWith("nothing about")).Select(finding => finding.Problem.Found.Split(' ')[^1])
            .Should().Equal("generalG1G2", "noImaging", "observedPancreas");
    }

    private static SmallKnowledge Before(string member, string text) => new SmallKnowledge().Replace(Card, $"\"{member}\":", $"{text}, \"{member}\":");

    private static void Expect(ILintRule rule, SmallKnowledge knowledge, string story, string path, string? found, bool isHint = false)
    {
        var findings = Findings(rule, knowledge);
        if (found is null)
        {
            findings.Should().BeEmpty(story);
            return;
        }

        var finding = findings.Should().ContainSingle(story).Subject;
        finding.Problem.Path.Should().StartWith(path, story);
        finding.Problem.Found.Should().Contain(found, story);
        finding.IsHint.Should().Be(isHint, story);
    }

    private static IReadOnlyList<LintFinding> Findings(ILintRule rule, SmallKnowledge knowledge) => [.. rule.Check(Subject(knowledge))];

    private static void Expect(IExampleRule rule, SmallKnowledge knowledge, string story, string path, string? found) =>
        Expect(new AllCards(rule), knowledge, story, path, found);

    internal static LintSubject Subject(SmallKnowledge knowledge, params string[] programWords) =>
        new(KnowledgeBase.Load(knowledge.Files), knowledge.Files, programWords.ToHashSet(), Samples.Day);

    /// <summary>Applies a rule to the examples of every card.</summary>
    internal sealed class AllCards(IExampleRule rule) : ILintRule
    {
        public IEnumerable<LintFinding> Check(LintSubject subject) =>
            subject.Cards.SelectMany(file => rule.Check(subject, file, subject.RunsOf(file)));
    }
}
