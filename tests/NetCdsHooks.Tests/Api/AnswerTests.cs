using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NetCdsHooks.Feedback;
using NetCdsHooks.Tests.Patients;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Api;

[Collection(SharedService.Name)]
public sealed partial class AnswerTests(SharedService service)
{
    private readonly ServiceHost _host = service.Host;

    [Fact]
    [Trait("Requirement", "R-01")]
    [Trait("Requirement", "E-01")]
    public async Task A_fired_card_comes_with_all_that_a_client_needs()
    {
        var answer = await _host.Call(HookCall.ActiveTumour(_host));

        answer.Status.Should().Be(200, answer.Text);
        var card = answer.Card("tumour-active");
        ((string?)card["summary"]).Should().Be("An active tumour is on the list");
        ((string?)card["indicator"]).Should().Be("warning");
        ((string?)card["detail"]).Should().Contain("Condition/net-1");
        ((string?)card["selectionBehavior"]).Should().Be("at-most-one");
        ((string?)card["source"]!["label"]).Should().Be("A guide");
        ((string?)card["source"]!["url"]).Should().Be("https://example.org/guide");
        card["source"]!["topic"]!.ToJsonString().Should()
            .Be("""{"system":"http://netcdshooks.example/CodeSystem/net-card","code":"tumourActive","display":"Active tumour"}""");
        card["overrideReasons"]!.ToJsonString().Should()
            .Be("""[{"system":"http://netcdshooks.example/CodeSystem/net-override","code":"later","display":"Will do later"}]""");
        card["links"]!.ToJsonString().Should().Be("""[{"label":"A guide","url":"https://example.org/guide","type":"absolute"}]""");
        card["extension"]!["org.netcdshooks.card"]!["version"]!.ToJsonString().Should().Be("\"1.2.3\"");
    }

    [Fact]
    [Trait("Requirement", "S-08")]
    [Trait("Requirement", "S-13")]
    [Trait("Requirement", "G-04")]
    public async Task A_suggestion_creates_a_draft_for_the_same_patient_for_each_order()
    {
        var card = (await _host.Call(HookCall.ActiveTumour(_host))).Card("tumour-active");

        var suggestions = card["suggestions"]!.AsArray();
        suggestions.Select(suggestion => suggestion!["isRecommended"]?.GetValue<bool>()).Should().Equal(true, null);
        suggestions[0]!["actions"]!.AsArray().Select(action => $"{action!["type"]}: {action["description"]}")
            .Should().Equal("create: Ask the tumour board", "create: Order a scan");
        var resource = suggestions[0]!["actions"]![0]!["resource"]!;
        resource["resourceType"]!.ToString().Should().Be("ServiceRequest");
        resource["status"]!.ToString().Should().Be("draft");
        resource["intent"]!.ToString().Should().Be("proposal");
        resource["subject"]!["reference"]!.ToString().Should().Be($"Patient/{HookCall.Patient}");
        resource["encounter"]!["reference"]!.ToString().Should().Be("Encounter/enc-9");
        resource["requester"]!["reference"]!.ToString().Should().Be("Practitioner/doc-1");
        resource["reasonReference"]![0]!["reference"]!.ToString().Should().Be("Condition/net-1");
        resource["authoredOn"]!.ToString().Should().Be("2026-11-21");
    }

    [Fact]
    [Trait("Requirement", "C-03")]
    [Trait("Requirement", "C-04")]
    public async Task A_detail_is_Markdown_without_HTML()
    {
        foreach (var card in (await _host.Call(HookCall.ActiveTumour(_host))).Cards)
            DetailMarkdownTests.Check((string)card["detail"]!, (string)card["summary"]!);
    }

    [Fact]
    [Trait("Requirement", "R-02")]
    public async Task A_patient_without_a_NET_gets_an_empty_list_and_nothing_else()
    {
        var answer = await _host.Call(HookCall.NoTumour(_host));

        answer.Text.Should().Be("""{"cards":[]}""");
    }

    [Fact]
    [Trait("Requirement", "R-08")]
    [Trait("Requirement", "G-01")]
    public async Task Answers_are_JSON_that_nobody_stores()
    {
        var answer = await _host.Call(HookCall.ActiveTumour(_host));

        answer.Http.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        answer.Http.Headers.CacheControl!.NoStore.Should().BeTrue();
        answer.Json.Should().NotBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "X-06")]
    public async Task Each_answer_leaves_one_record_of_who_asked_what_and_what_was_told()
    {
        await using var host = new ServiceHost();

        var answer = await host.Call(HookCall.ActiveTumour(host));

        host.Log.Split('\n').Where(line => line.Contains("Call 8a0c2c0e", StringComparison.Ordinal)).Should().ContainSingle()
            .Which.Should().MatchRegex("of net-patient-view by anybody.* on state [0-9a-f]{12}: \\d card\\(s\\) \\[.*\\] in \\d+ ms")
            .And.Contain($"tumour-active 1.2.3 {answer.Card("tumour-active")["uuid"]}").And.NotContain(HookCall.Patient);
    }

    [Fact]
    [Trait("Requirement", "G-02")]
    [Trait("Requirement", "G-03")]
    public async Task Nothing_null_or_empty_is_sent()
    {
        foreach (var answer in new[]
                 {
                     await _host.Call(HookCall.ActiveTumour(_host)), await _host.Call(HookCall.NoTumour(_host)),
                     await _host.Get("/cds-services"), await _host.Post("{"),
                 })
            Empties(answer.Json, "$").Should().BeSubsetOf(["$.cards"]);
    }

    [Fact]
    [Trait("Requirement", "R-07")]
    [Trait("Requirement", "Q-11")]
    public async Task The_same_call_twice_gives_the_same_advice_under_new_ids()
    {
        var first = await _host.Call(HookCall.ActiveTumour(_host));
        var second = await _host.Call(HookCall.ActiveTumour(_host));

        Uuid().Replace(second.Text, "").Should().Be(Uuid().Replace(first.Text, ""));
        Uuid().Matches(first.Text + second.Text).Select(match => match.Value).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    [Trait("Requirement", "C-01")]
    [Trait("Requirement", "S-02")]
    public async Task Cards_and_suggestions_have_lower_case_uuids()
    {
        var card = (await _host.Call(HookCall.ActiveTumour(_host))).Card("tumour-active");

        card["uuid"]!.ToString().Should().MatchRegex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$");
        card["suggestions"]!.AsArray().Select(suggestion => suggestion!["uuid"]!.ToString()).Should()
            .AllSatisfy(uuid => uuid.Should().MatchRegex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"));
    }

    [Fact]
    [Trait("Requirement", "C-10")]
    public async Task A_card_without_suggestions_has_no_selection_behaviour()
    {
        var card = (await _host.Call(HookCall.ActiveTumour(_host))).Card("ki67-unrecorded");

        card.Select(member => member.Key).Should().BeEquivalentTo("uuid", "summary", "detail", "indicator", "source", "links", "extension");
    }

    [Fact]
    [Trait("Requirement", "R-06")]
    public async Task A_step_that_breaks_gives_500_and_never_an_empty_list()
    {
        await using var host = new ServiceHost()
            .With(services => services.AddSingleton<FeedbackKey>(_ => throw new InvalidOperationException("a secret of pat-778")));

        var answer = await host.Call(HookCall.ActiveTumour(host));

        answer.Status.Should().Be(500);
        answer.Json["resourceType"]!.ToString().Should().Be("OperationOutcome");
        answer.Reason.Should().Contain("no advice was worked out");
        answer.Text.Should().NotContain("secret").And.NotContain(" at ");
        host.Log.Should().Contain("InvalidOperationException").And.NotContain("a secret of");
    }

    [Fact]
    [Trait("Requirement", "Q-10")]
    [Trait("Requirement", "P-14")]
    public async Task Calls_in_parallel_do_not_mix_their_patients()
    {
        var calls = Enumerable.Range(0, 100).Select(number =>
        {
            var id = $"pat-{number}";
            var condition = number % 2 == 0 ? SomeJson.Tumour(id, $"net-{number}") : SomeJson.Hypertension(id);
            return HookCall.NoTumour(_host).With("context.patientId", id).Prefetch("patient", SomeJson.Patient(id)).Prefetch("conditions", SomeJson.Bundle(condition));
        });

        var answers = await Task.WhenAll(calls.Select(_host.Call));

        for (var number = 0; number < answers.Length; number++)
            if (number % 2 == 0)
                answers[number].Card("tumour-active")["detail"]!.ToString().Should().Contain($"Condition/net-{number}");
            else
                answers[number].Cards.Should().BeEmpty();
    }

    private static IEnumerable<string> Empties(JsonNode? node, string path) => node switch
    {
        null => [path],
        JsonObject { Count: 0 } or JsonArray { Count: 0 } => [path],
        JsonObject members => members.SelectMany(member => Empties(member.Value, $"{path}.{member.Key}")),
        JsonArray items => items.SelectMany((item, index) => Empties(item, $"{path}[{index}]")),
        _ => node.ToString().Length == 0 ? [path] : [],
    };

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Uuid();
}
