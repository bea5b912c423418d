using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Hosting;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Cards;

public class CardLoadingTests
{
    private const string Card = SmallKnowledge.Card;

    /// <summary>Story; what is replaced in the card, by what; then path, found and accepted of the one problem.</summary>
    public static TheoryData<string, string, string, string, string, string> BrokenCards => new()
    {
        { "an unknown fact", "\"tumourSize\": {", "\"tumorSize\": {", "$.when.tumorSize", "unknown fact \"tumorSize\"", "tumourSize" },
        { "an unknown token", "{{tumourSize}} large", "{{size}} large", "$.summary", "unknown token \"size\"", "a fact" },
        { "a wrong unit", "\"unit\": \"mm\"", "\"unit\": \"cm\"", "$.when.tumourSize.unit", "\"cm\"", "\"mm\"" },
        { "no unit", ", \"unit\": \"mm\"", "", "$.when.tumourSize", "no \"unit\"", "unit" },
        { "a limit in quotes", "\"atLeast\": 20", "\"atLeast\": \"20\"", "$.when.tumourSize.atLeast", "\"20\"", "a number" },
        { "an unknown value", "\"is\": \"active\"", "\"is\": \"aktiv\"", "$.when.netStatus.is", "\"aktiv\"", "active" },
        { "a question that the fact cannot answer", "\"is\": \"active\"", "\"atLeast\": 3", "$.when.netStatus.atLeast", "unknown member \"atLeast\"", "notIn" },
        { "no question", "{ \"is\": \"active\" }", "{}", "$.when.netStatus", "no question", "recorded" },
        { "a list of nothing", "\"is\": \"active\"", "\"in\": []", "$.when.netStatus.in", "an empty list", "at least one value" },
        { "only orUnknown", "\"is\": \"active\"", "\"orUnknown\": true", "$.when.netStatus", "no question", "one of" },
        { "a summary of 140 characters", "The tumour is {{tumourSize}} large.", new string('x', 140), "$.summary", "140", "at most 139" },
        { "a summary too long with its longest value", "The tumour is {{tumourSize}} large.", new string('x', 130) + "{{tumourSize}}", "$.summary", "150", "at most 139" },
        { "a token never closed", "{{tumourSize}} large.", "{{tumourSize large.", "$.summary", "never closed", "}}" },
        { "a token never opened", "{{tumourSize}} large.", "tumourSize}} large.", "$.summary", "never opened", "{{" },
        { "a phrase never closed", "{{grade}}]].", "{{grade}}.", "$.detail[0]", "never closed", "]]" },
        { "an empty summary", "The tumour is {{tumourSize}} large.", " ", "$.summary", "\" \"", "a text" },
        { "a repeated key", "\"status\": \"active\",", "\"status\": \"active\", \"status\": \"off\",", "$.status", "a second time", "once" },
        { "a repeated fact", "\"netStatus\": {", "\"netStatus\": { \"is\": \"active\" }, \"netStatus\": {", "$.when.netStatus", "a second time", "once" },
        { "an unknown member", "\"version\":", "\"verion\": \"1\", \"version\":", "$.verion", "unknown member \"verion\"", "version" },
        { "a null", "\"title\": \"Size noted\"", "\"title\": null", "$.title", "null", "leave the member out" },
        { "no title", "\"title\": \"Size noted\",", "", "$", "no \"title\"", "title" },
        { "no evidence", "\"evidence\": [\"guide\"],", "", "$", "no \"evidence\"", "evidence" },
        { "an empty list of evidence", "[\"guide\"]", "[]", "$.evidence", "an empty list", "at least one source" },
        { "an unknown source", "[\"guide\"]", "[\"guild\"]", "$.evidence[0]", "\"guild\"", "guide" },
        { "an unknown recommendation", "[\"S1-01\"]", "[\"S1-03\"]", "$.speaksFor[0]", "\"S1-03\"", "S1-01, S1-02" },
        { "a recommendation twice", "[\"S1-01\"]", "[\"S1-01\", \"S1-01\"]", "$.speaksFor[1]", "a second time", "once" },
        { "no review date", ",\n  \"lastReviewDate\": \"2026-11-21\"", "", "$", "no \"lastReviewDate\"", "lastReviewDate" },
        { "a review date that is no day", "2026-11-21", "2026-13-21", "$.lastReviewDate", "2026-13-21", "a date" },
        { "an unknown order", "[\"mdt-review\"]", "[\"mdt\"]", "$.suggestions[0].orders[0]", "\"mdt\"", "mdt-review" },
        { "a suggestion of nothing", "[\"mdt-review\"]", "[]", "$.suggestions[0].orders", "an empty list", "at least one order" },
        { "an unknown override reason", "[\"unfit\"]", "[\"unwell\"]", "$.overrideReasons[0]", "\"unwell\"", "unfit" },
        { "an indicator of old samples", "\"indicator\": \"info\"", "\"indicator\": \"hard-stop\"", "$.indicator", "\"hard-stop\"", "critical" },
        { "an unknown hook", "[\"patient-view\"]", "[\"patient-open\"]", "$.hooks[0]", "\"patient-open\"", "patient-view" },
        { "an unknown category", "\"category\": \"workup\"", "\"category\": \"work-up\"", "$.category", "\"work-up\"", "workup" },
        { "a status between on and off", "\"status\": \"active\"", "\"status\": \"draft\"", "$.status", "\"draft\"", "off" },
        { "a version of two parts", "\"1.0.0\"", "\"1.0\"", "$.version", "\"1.0\"", "1.0.0" },
        { "an id that is not the file's name", "\"id\": \"size-noted\"", "\"id\": \"size-seen\"", "$.id", "\"size-seen\"", "size-noted" },
        { "an id with capitals", "\"id\": \"size-noted\"", "\"id\": \"SizeNoted\"", "$.id", "\"SizeNoted\"", "kebab-case" },
        { "no paragraph", "[\"It is {{tumourSize}}[[, grade {{grade}}]].\"]", "[]", "$.detail", "none", "at least one paragraph" },
        { "a detail that is no list", "[\"It is {{tumourSize}}[[, grade {{grade}}]].\"]", "\"It is\"", "$.detail", "\"It is\"", "a list" },
        { "a variant without a condition", "\"detail\":", "\"variants\": [{ \"name\": \"v\", \"indicator\": \"warning\" }], \"detail\":", "$.variants[0]", "no \"when\"", "when" },
        { "a variant twice", "\"detail\":", "\"variants\": [{ \"name\": \"v\", \"when\": { \"midgut\": { \"is\": \"yes\" } } }, { \"name\": \"v\", \"when\": { \"midgut\": { \"is\": \"no\" } } }], \"detail\":", "$.variants[1]", "a second time", "no other variant" },
        { "an excluding card that does not exist", "\"detail\":", "\"excludedBy\": [\"size-missing\"], \"detail\":", "$", "size-missing", "a card" },
        { "an excluding card that is itself", "\"detail\":", "\"excludedBy\": [\"size-noted\"], \"detail\":", "$", "a circle", "circle" },
        { "a flag in place of yes", "\"tumourSize\": {", "\"midgut\": { \"is\": true }, \"tumourSize\": {", "$.when.midgut.is", "true", "a text" },
        { "a comment", "\"id\":", "// size\n\"id\":", "line 2", "no JSON", "strict JSON" },
        { "a trailing comma", "\"2026-11-21\"", "\"2026-11-21\",", "line", "no JSON", "strict JSON" },
        { "two recommended suggestions where one can be taken", "\"suggestions\": [{", "\"selection\": \"at-most-one\", \"suggestions\": [{ \"orders\": [\"mdt-review\"], \"recommended\": true }, { \"recommended\": true,", "$.suggestions", "several", "at most one" },
        { "an adjustable limit out of its bounds", "\"detail\":", "\"adjustable\": { \"limit\": { \"title\": \"limit\", \"value\": 9, \"unit\": \"mm\", \"from\": 10, \"to\": 30 } }, \"detail\":", "$.adjustable.limit.value", "9", "10 to 30 mm" },
        { "an adjustable limit that nothing names", "\"detail\":", "\"adjustable\": { \"limit\": { \"title\": \"limit\", \"value\": 20, \"unit\": \"mm\", \"from\": 10, \"to\": 30 } }, \"detail\":", "$.adjustable.limit", "nothing in the card names", "a limit that a criterion names" },
        { "an adjustable limit named like a fact", "\"detail\":", "\"adjustable\": { \"grade\": { \"title\": \"limit\", \"value\": 20, \"from\": 10, \"to\": 30 } }, \"detail\":", "$.adjustable.grade", "\"grade\"", "a name that no fact has" },
        { "an order that no card knows", "\"detail\":", "\"appliesTo\": [\"aspirin\"], \"detail\":", "$.appliesTo[0]", "\"aspirin\"", "one of" },
        { "a required card that is not there", "\"detail\":", "\"requires\": [\"none\"], \"detail\":", "$", "unknown card", "a card in" },
        { "a day's age without a unit", "\"tumourSize\": {", "\"lastMdt\": { \"above\": 12 }, \"tumourSize\": {", "$.when.lastMdt", "no \"unit\"", "unit" },
        { "a day's age in hours", "\"tumourSize\": {", "\"lastMdt\": { \"above\": 12, \"unit\": \"hours\" }, \"tumourSize\": {", "$.when.lastMdt.unit", "\"hours\"", "months" },
        { "a day's age in halves", "\"tumourSize\": {", "\"lastMdt\": { \"above\": 1.5, \"unit\": \"years\" }, \"tumourSize\": {", "$.when.lastMdt.above", "1.5", "a whole number" },
        { "a suggestion of nothing", "\"label\": \"Ask the board\", \"orders\": [\"mdt-review\"]", "\"label\": \"Ask the board\"", "$.suggestions[0]", "nothing to do", "one of orders" },
        { "an order both removed and changed", "\"label\": \"Ask the board\",", "\"label\": \"Ask\", \"removesDraft\": true, \"changesDraft\": { \"note\": \"x\" },", "$.suggestions[0].changesDraft", "both", "either" },
        { "an order moved to what is no day", "\"label\": \"Ask the board\",", "\"label\": \"Ask\", \"changesDraft\": { \"moveTo\": \"grade\" },", "$.suggestions[0].changesDraft.moveTo", "\"grade\"", "a fact that is a day" },
        { "criteria on a card that stands for others", "\"detail\":", "\"merges\": { \"category\": \"workup\", \"moreThan\": 4 }, \"detail\":", "$.when", "an object", "no criteria" },
    };

    [Theory]
    [MemberData(nameof(BrokenCards))]
    public void A_broken_card_is_refused_with_its_place(string story, string found, string by, string path, string foundText, string accepted)
    {
        var problems = Problems(new SmallKnowledge().Replace(Card, found, by));

        problems.Should().ContainSingle(problem => problem.File == Card, story);
        var problem = problems.First(problem => problem.File == Card);
        problem.Path.Should().StartWith(path);
        problem.Found.Should().Contain(foundText);
        problem.Accepted.Should().Contain(accepted);
    }

    /// <summary>Story; file; what is replaced, by what; then path and found of the problem.</summary>
    public static TheoryData<string, string, string, string, string, string> BrokenCompanions => new()
    {
        { "an unverified code in an order", "orders/mdt-review.order.json", "\"text\": \"tumour board\"", "\"coding\": [{ \"system\": \"http://loinc.org\", \"code\": \"98979-8\" }]", "$.resource.code.coding[0]", "98979-8" },
        { "an order that says for whom it is", "orders/mdt-review.order.json", "\"code\":", "\"subject\": { \"reference\": \"Patient/1\" }, \"code\":", "$.resource.subject", "\"subject\"" },
        { "an order of a type that no suggestion creates", "orders/mdt-review.order.json", "ServiceRequest", "Claim", "$.resource", "Claim" },
        { "a source without a note", "evidence.json", ", \"note\": \"summary\"", "", "$.evidence.guide", "no \"note\"" },
        { "a source with a relative address", "evidence.json", "https://example.org/guide", "/guide", "$.evidence.guide.url", "\"/guide\"" },
        { "a recommendation of an unknown source", "recommendations.json", "\"source\": \"guide\", \"statement\": \"Ask.\"", "\"source\": \"gide\", \"statement\": \"Ask.\"", "$.recommendations.S1-02.source", "\"gide\"" },
        { "a recommendation without a statement", "recommendations.json", ", \"statement\": \"Ask.\"", "", "$.recommendations.S1-02", "no \"statement\"" },
        { "an interval that ends before it begins", SmallKnowledge.Intervals, "\"from\": 3, \"by\": 6", "\"from\": 7, \"by\": 6", "$.plans.generalG1G2.imaging.from", "7" },
        { "an interval in half months", SmallKnowledge.Intervals, "\"by\": 24", "\"by\": 1.5", "$.receptorImaging.by", "1.5" },
        { "a plan without an interval", SmallKnowledge.Intervals, "\"highGrade\"", "\"highgrade\"", "$.plans.highgrade", "unknown member" },
        { "a concept of an unknown code system", "concepts/tumour.concepts.json", "\"icd-10-cm\": {", "\"icd-11\": {", "$.concepts[0].codes.icd-11", "unknown code system" },
        { "a pattern with look-ahead", "concepts/tumour.concepts.json", "\"neuroendocrine\"", "\"net(?!work)\"", "$.concepts[0].text[0]", "net(?!work)" },
        { "a pattern that is none", "concepts/tumour.concepts.json", "\"merkel\"", "\"(merkel\"", "$.concepts[0].exclude.text[0]", "(merkel" },
        { "a system without an address", "concepts/systems.json", "[\"http://loinc.org\"]", "[]", "$.systems.loinc", "no address" },
        { "a way of matching that does not exist", "concepts/systems.json", "\"prefix\"", "\"suffix\"", "$.systems.icd-10-cm.match", "\"suffix\"" },
    };

    [Theory]
    [MemberData(nameof(BrokenCompanions))]
    public void A_broken_companion_of_the_cards_is_refused_with_its_place(
        string story, string file, string found, string by, string path, string foundText) =>
        Problems(new SmallKnowledge().Replace(file, found, by)).Should().Contain(
            problem => problem.File == file && problem.Path == path && problem.Found.Contains(foundText), story);

    [Fact]
    public void The_small_folder_loads_when_nothing_is_broken() =>
        KnowledgeBase.Load(new SmallKnowledge().Files).Cards.Should().ContainSingle(card => card.Id == "size-noted" && card.Topic == "sizeNoted");

    [Fact]
    public void A_byte_order_mark_is_no_fault()
    {
        var files = new SmallKnowledge().Files.Select(file => file with { Content = (byte[])[0xEF, 0xBB, 0xBF, .. file.Content.Span] });

        KnowledgeBase.Load([.. files]).Cards.Should().ContainSingle(card => card.Id == "size-noted");
    }

    [Fact]
    public void A_card_that_rests_on_a_refused_one_is_not_to_blame()
    {
        var cards = TestCards.NewFolder();
        TestCards.Change(cards, "coordination/tumour-active.card.json", "\"warning\"", "\"hard-stop\"");
        TestCards.Change(cards, "workup/ki67-unrecorded.card.json", "\"detail\":", "\"yieldsTo\": [\"tumour-active\"], \"detail\":");

        var load = () => KnowledgeBase.Load(KnowledgeFolder.Read(cards));

        load.Should().Throw<KnowledgeException>().Which.Problems.Should().OnlyContain(problem => problem.File == "coordination/tumour-active.card.json");
    }

    [Fact]
    public void Several_faults_in_several_files_are_listed_at_once()
    {
        var problems = Problems(new SmallKnowledge()
            .Replace(Card, "\"unit\": \"mm\"", "\"unit\": \"cm\"")
            .Replace(Card, "[\"guide\"]", "[\"guild\"]")
            .Replace("evidence.json", "summary", " ")
            .With("workup/size.cards.json", "{}"));

        problems.Select(problem => problem.File).Distinct().Should().BeEquivalentTo(Card, "evidence.json", "recommendations.json", "workup/size.cards.json");
        problems.Should().HaveCountGreaterThanOrEqualTo(4);
    }

    [Theory]
    [InlineData("evidence.json")]
    [InlineData("override-reasons.json")]
    [InlineData("concepts/systems.json")]
    [InlineData(SmallKnowledge.Intervals)]
    public void A_missing_companion_is_named(string file) =>
        Problems(new SmallKnowledge().Without(file)).Should().Contain(problem => problem.File == file && problem.Found == "no such file");

    [Fact]
    public void A_misspelt_file_name_does_not_make_a_card_vanish() =>
        Problems(new SmallKnowledge().With("workup/other.crad.json", "{}"))
            .Should().ContainSingle(problem => problem.File == "workup/other.crad.json" && problem.Accepted.Contains("*.card.json"));

    [Fact]
    public void A_concept_that_a_fact_is_read_from_must_not_be_missing()
    {
        var knowledge = KnowledgeBase.Load(new SmallKnowledge()
            .With("workup/size-noted.examples.json", """{ "examples": [{ "name": "N: x", "chart": [{ "condition": "a cold" }], "expect": "silent" }] }""").Files);

        knowledge.Invoking(loaded => loaded.RunExamples()).Should().Throw<KnowledgeException>()
            .Which.Problems.Should().ContainSingle(problem => problem.Found.StartsWith("no concept \""));
    }

    [Fact]
    public void Two_cards_with_one_id_are_refused() =>
        Problems(new SmallKnowledge().With("treatment/size-noted.card.json", TextOf(Card)))
            .Should().ContainSingle(problem => problem.Found.Contains("which is also"));

    [Fact]
    public void Examples_of_no_card_are_refused() =>
        Problems(new SmallKnowledge().With("workup/size-seen.examples.json", """{ "examples": [] }"""))
            .Should().ContainSingle(problem => problem.Found.Contains("size-seen"));

    [Theory]
    [InlineData("""{ "imagin": "CT" }""", "an object")]
    [InlineData("""{ "imaging": "CT", "regoin": "abdomen" }""", "unknown member \"regoin\"")]
    public void A_chart_line_that_means_nothing_is_refused(string line, string found) =>
        Problems(new SmallKnowledge().With(
                "workup/size-noted.examples.json", $$"""{ "examples": [{ "name": "F: x", "chart": [{{line}}], "expect": "fires" }] }"""))
            .Should().ContainSingle(problem => problem.Path == "$.examples[0].chart[0]" && problem.Found == found);

    private static IReadOnlyList<Problem> Problems(SmallKnowledge knowledge) =>
        FluentActions.Invoking(() => KnowledgeBase.Load(knowledge.Files)).Should().Throw<KnowledgeException>().Which.Problems;

    private static string TextOf(string file) =>
        System.Text.Encoding.UTF8.GetString(new SmallKnowledge().Files.Single(one => one.Path == file).Content.Span);
}
