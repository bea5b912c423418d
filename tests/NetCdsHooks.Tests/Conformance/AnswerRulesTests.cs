using System.Text.Json.Nodes;
using NetCdsHooks.Commands.Calling;
using NetCdsHooks.Tests.Patients;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Conformance;

/// <summary>The answers to every sample call keep to every rule on answers, and each rule notices when it is broken.</summary>
public sealed class AnswerRulesTests(ShippedService service) : IClassFixture<ShippedService>
{
    private const string Drawn = """
        {"cards":[{"uuid":"8a0c2c0e-5d6b-4c53-9f0f-6d0f2b7c9a11","summary":"A","detail":"B","indicator":"info",
          "source":{"label":"A guide","url":"https://example.org/guide","icon":"https://example.org/icon.png","topic":{"code":"a1","system":"http://example.org/topics"}},
          "overrideReasons":[{"code":"later","system":"http://example.org/reasons","display":"Later"},{"code":"no","system":"http://example.org/reasons","display":"No"}],
          "suggestions":[
            {"label":"Order","uuid":"8a0c2c0e-5d6b-4c53-9f0f-6d0f2b7c9a12","isRecommended":true,"actions":[
              {"type":"create","description":"Order it","resource":{"resourceType":"ServiceRequest"}},
              {"type":"update","description":"Change it","resource":{"resourceType":"ServiceRequest","id":"a"}},
              {"type":"delete","description":"Take it back","resourceId":"ServiceRequest/b"}]},
            {"label":"Or not","uuid":"8a0c2c0e-5d6b-4c53-9f0f-6d0f2b7c9a13"}],
          "selectionBehavior":"at-most-one",
          "links":[{"label":"A guide","url":"https://example.org/guide","type":"absolute"},{"label":"An app","url":"https://example.org/app","type":"smart","appContext":"x","autolaunchable":false}],
          "unheardOf":{"a":1}}],
         "unheardOf":true,"extension":{"org.example.note":"x"},
         "systemActions":[{"type":"update","description":"Note it","resource":{"resourceType":"ServiceRequest","id":"a"}}]}
        """;

    /// <summary>Of the sources that ship.</summary>
    private static readonly string[] Addresses =
        [.. JsonNode.Parse(File.ReadAllText(Repository.PathOf("cds-cards", "evidence.json")))!["evidence"]!.AsObject().Select(source => (string?)source.Value!["url"]).OfType<string>()];

    public static TheoryData<string> Calls => Samples.EveryCall;

    /// <summary>Requirement; where it is broken, such as <c>cards.0.summary</c>; the JSON put there, empty for nothing at all.</summary>
    public static TheoryData<string, string, string> Faults => new()
    {
        { "R-01", "cards", "" },
        { "R-01", "cards", "{}" },
        { "G-02", "cards.0.detail", "null" },
        { "G-02", "cards.0.detail", "\"\"" },
        { "G-02", "cards.0.suggestions.0.actions", "[]" },
        { "G-02", "cards.0.extension", "{}" },
        { "G-02", "cards.0.source.icon", "\"\"" },
        { "G-02", "unheardOf", "null" },
        { "G-02", "cards.0.suggestions.0.actions.0.resource.given", "[null]" },
        { "E-01", "cards.0.extension", "[1]" },
        { "E-01", "cards.0.links.0.extension", "\"x\"" },
        { "C-01", "cards.0.uuid", "\"urn:uuid:8a0c2c0e-5d6b-4c53-9f0f-6d0f2b7c9a11\"" },
        { "C-01", "cards.0.uuid", "\"8A0C2C0E-5D6B-4C53-9F0F-6D0F2B7C9A11\"" },
        { "C-01", "cards.0.uuid", "1" },
        { "C-01", "cards.1", "{\"uuid\":\"8a0c2c0e-5d6b-4c53-9f0f-6d0f2b7c9a11\"}" },
        { "C-02", "cards.0.summary", "" },
        { "C-02", "cards.0.summary", $"\"{new string('x', 140)}\"" },
        { "C-02", "cards.0.summary", "\" \"" },
        { "C-02", "cards.0.summary", $"\"{string.Concat(Enumerable.Repeat("\U0001F40E", 70))}\"" },
        { "C-03", "cards.0.detail", "[\"B\"]" },
        { "C-04", "cards.0.detail", "\"<iframe src=x>\"" },
        { "C-04", "cards.0.detail", "\"B</b >\"" },
        { "C-04", "cards.0.detail", "\"B <!-- C -->\"" },
        { "C-04", "cards.0.detail", "\"`<b>``\"" },
        { "C-04", "cards.0.detail", "\"[a](javascript:x)\"" },
        { "C-05", "cards.0.indicator", "\"hard-stop\"" },
        { "C-05", "cards.0.indicator", "" },
        { "C-06", "cards.0.source.label", "" },
        { "C-07", "cards.0.source.url", "\"/guide\"" },
        { "C-07", "cards.0.source.url", "1" },
        { "C-09", "cards.0.source.topic.code", "\"a-1\"" },
        { "C-10", "cards.0.selectionBehavior", "" },
        { "C-11", "cards.0.selectionBehavior", "\"all\"" },
        { "C-11", "cards.0.selectionBehavior", "[\"any\"]" },
        { "C-12", "cards.0.overrideReasons", "{\"later\":1}" },
        { "C-12", "cards.0.overrideReasons.0.system", "1" },
        { "C-12", "cards.0.overrideReasons.0.display", "" },
        { "C-12", "cards.0.overrideReasons.0.code", "\"no\"" },
        { "S-01", "cards.0.suggestions.0.label", "" },
        { "S-02", "cards.0.suggestions.0.uuid", "\"1\"" },
        { "S-01", "cards.0.suggestions", "[1]" },
        { "S-02", "cards.0.suggestions.1.uuid", "\"8a0c2c0e-5d6b-4c53-9f0f-6d0f2b7c9a12\"" },
        { "S-02", "cards.0.suggestions.1.uuid", "\"8a0c2c0e-5d6b-4c53-9f0f-6d0f2b7c9a11\"" },
        { "S-03", "cards.0.suggestions.1.isRecommended", "\"yes\"" },
        { "S-03", "cards.0.suggestions.1.isRecommended", "true" },
        { "S-06", "cards.0.suggestions.0.actions.0.type", "\"CREATE\"" },
        { "S-06", "cards.0.suggestions.0.actions", "{}" },
        { "S-07", "cards.0.suggestions.0.actions.0.description", "" },
        { "S-08", "cards.0.suggestions.0.actions.0.resource", "\"{}\"" },
        { "S-09", "cards.0.suggestions.0.actions.1.resource.id", "" },
        { "S-09", "cards.0.suggestions.0.actions.1.resource.id", "1" },
        { "S-10", "cards.0.suggestions.0.actions.2.resourceId", "\"b\"" },
        { "S-11", "cards.0.suggestions.0.actions.2.resource", "\"ServiceRequest/b\"" },
        { "S-12", "cards.0.suggestions.0.actionSelectionBehavior", "\"any\"" },
        { "L-01", "cards.0.links.0.label", "" },
        { "L-02", "cards.0.links.0.url", "\"javascript:alert(1)\"" },
        { "L-02", "cards.0.links.0.url", "\"http://example.org\"" },
        { "L-03", "cards.0.links.0.type", "\"deep\"" },
        { "L-04", "cards.0.links.0.appContext", "\"x\"" },
        { "L-04", "cards.0.links.1.appContext", "{\"a\":1}" },
        { "Y-01", "cards.0.systemActions", "[{\"type\":\"delete\"}]" },
        { "Y-02", "systemActions", "{\"a\":1}" },
        { "S-09", "systemActions.0.resource", "\"{}\"" },
        { "Y-02", "systemActions.0.description", "" },
        { "Y-04", "systemActions", "[]" },
    };

    /// <summary>As <see cref="Faults"/>, of members that this service never sends.</summary>
    public static TheoryData<string, string, string> FaultsOfOthers => new()
    {
        { "C-08", "cards.0.source.icon", "\"icon.png\"" },
        { "C-08", "cards.0.source.icon", "\"http://example.org/icon.png\"" },
        { "C-08", "cards.0.source.icon", "{\"url\":\"x\"}" },
        { "L-05", "cards.0.links.1.autolaunchable", "\"true\"" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    [Trait("Requirement", "R-01")]
    [Trait("Requirement", "C-12")]
    [Trait("Requirement", "S-01")]
    [Trait("Requirement", "S-06")]
    [Trait("Requirement", "S-07")]
    [Trait("Requirement", "S-12")]
    [Trait("Requirement", "L-01")]
    [Trait("Requirement", "L-02")]
    [Trait("Requirement", "L-03")]
    [Trait("Requirement", "L-04")]
    [Trait("Requirement", "L-06")]
    [Trait("Requirement", "L-07")]
    public async Task Every_answer_keeps_to_every_rule(string call)
    {
        var answer = await service.Call(service.FullPrefetch(call));

        AnswerRules.Broken(answer.Json).Should().BeEmpty();
        answer.Cards.SelectMany(card => card["links"]?.AsArray() ?? []).Select(link => (string)link!["url"]!).Should().BeSubsetOf(Addresses, "they are of sources, not of patients");
    }

    [Fact]
    public void A_good_answer_breaks_no_rule() => AnswerRules.Broken(JsonNode.Parse(Drawn)!).Should().BeEmpty();

    [Theory]
    [InlineData("G-02", "cards.0.suggestions.0.actions.0.resource", """{"resourceType":"Patient","name":[{"given":["A",null],"_given":[null,{"id":"b"}]}]}""")]
    [InlineData("C-02", "cards.0.summary", "\"\U0001F40E\U0001F40E\"")]
    [InlineData("C-04", "cards.0.detail", "\"below 20 mm & <https://example.org>, \\\\<b>, `<b>`, a < b > c, &lt;b&gt;, [a\\\\](javascript:x)\"")]
    public void What_the_rules_allow_is_no_fault(string requirement, string place, string json) =>
        AnswerRules.Broken(Changed(place, json)).Should().BeEmpty(requirement);

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_broken_rule_is_noticed(string requirement, string place, string json) => Noticed(requirement, place, json);

    [Theory]
    [MemberData(nameof(FaultsOfOthers))]
    public void So_is_one_that_only_others_can_break(string rule, string place, string json) => Noticed(rule, place, json);

    private static void Noticed(string rule, string place, string json)
    {
        var answer = Changed(place, json);

        var fault = AnswerRules.Broken(answer).First(fault => fault.Rule == rule);
        place.Replace(".0", "[0]", StringComparison.Ordinal).Replace(".1", "[1]", StringComparison.Ordinal).Replace(".2", "[2]", StringComparison.Ordinal)
            .Should().StartWith(fault.Path["$.".Length..].Split('.')[0]);
    }

    private static JsonNode Changed(string place, string json)
    {
        var answer = JsonNode.Parse(Drawn)!;
        var steps = place.Split('.');
        var parent = steps[..^1].Aggregate(answer, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!);
        if (parent is JsonArray list)
            list.Add(JsonNode.Parse(json));
        else if (json.Length == 0)
            parent.AsObject().Remove(steps[^1]);
        else
            parent[steps[^1]] = JsonNode.Parse(json);
        return answer;
    }
}
