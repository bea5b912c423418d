using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NetCdsHooks.Commands;
using NetCdsHooks.Hosting;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Commands;

/// <summary>The test client, against services on free ports of this machine.</summary>
public sealed class CallCommandTests : IAsyncLifetime
{
    private const string Good = """{"cards":[{"summary":"All is well","detail":"**Why**","indicator":"info","source":{"label":"A guide"},"suggestions":[{"label":"Order"}],"selectionBehavior":"any"}]}""";

    /// <summary>Seconds; a busy machine takes its time.</summary>
    private const string Patience = "120";

    private static readonly Lazy<HookServices> Cards = new(() => HookServices.Load(TestKnowledge.Files(), []));

    private readonly string _folder = Directory.CreateTempSubdirectory("call-").FullName;
    private readonly List<(string Path, string? Token, JsonNode? Body)> _seen = [];
    private WebApplication _other = null!;

    /// <summary>What the service of these tests answers.</summary>
    private (int Status, string Body) Reply { get; set; } = (200, Good);

    private string Discovery => $"{_other.Urls.Single()}/cds-services";

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _other = builder.Build();
        _other.Urls.Add("http://127.0.0.1:0");
        _other.MapGet("/cds-services", (HttpRequest request) => Seen(request, null, """
            {"services":[{"hook":"patient-view","id":"one","description":"d","prefetch":{"patient":"Patient/{{context.patientId}}","user":"Practitioner/{{userPractitionerId}}",
             "gone":"Condition?patient={{context.patientId}}","asked":"Encounter/{{context.encounterId}}",
             "outside":"../cds-services","odd":{}}},{"hook":"order-sign","id":"two","description":"d"},
             {"hook":"patient-view","id":"both","description":"d"},{"hook":"order-select","id":"both","description":"d"}]}
            """));
        _other.MapGet("/list", (HttpRequest request) => Seen(request, null, "[]"));
        _other.MapGet("/fhir/Patient/{id}", (HttpRequest request, string id) => Seen(request, null, $$"""{"resourceType":"Patient","id":"{{id}}"}"""));
        _other.MapGet("/fhir/Practitioner/{id}", (HttpRequest request, string id) => Seen(request, null, $$"""{"resourceType":"Practitioner","id":"{{id}}"}"""));
        _other.MapPost("/cds-services/{id}", async (HttpRequest request) => Seen(request, await JsonNode.ParseAsync(request.Body), Reply.Body, Reply.Status));
        await _other.StartAsync();
    }

    public async Task DisposeAsync() => await _other.DisposeAsync();

    [Fact]
    public async Task It_reads_discovery_fills_the_prefetch_and_shows_the_cards()
    {
        var (code, output, error) = await Call("--service", "one", "--patient", "pat-1", "--fhir", $"{_other.Urls.Single()}/fhir");

        code.Should().Be(0, error);
        var body = _seen[^1].Body!;
        ((string?)body["hook"]).Should().Be("patient-view");
        body["context"]!.ToJsonString().Should().Be("""{"patientId":"pat-1","userId":"Practitioner/demo"}""");
        body["prefetch"]!.AsObject().Select(pair => pair.Key).Should().Equal("patient", "user");
        output.Should().Contain("INFO").And.Contain("All is well").And.Contain("[ ] Order").And.Contain("Source: A guide").And.NotContain("**");
        error.Should().Contain("prefetch gone: left out, the FHIR server answered 404").And.Contain("prefetch asked: left out, a token of it has no value")
            .And.Contain("prefetch outside: left out, it leads to no resource of the FHIR server").And.Contain("prefetch odd: left out");
    }

    [Fact]
    public async Task Keys_are_left_out_when_the_FHIR_server_is_not_there()
    {
        var (code, _, error) = await Call("--service", "one", "--patient", "pat-1", "--fhir", "http://127.0.0.1:9/fhir");

        code.Should().Be(0, error);
        _seen[^1].Body!["prefetch"]!.AsObject().Should().BeEmpty();
        error.Should().Contain("prefetch patient: left out, http://127.0.0.1:9/fhir/Patient/pat-1: no answer");
    }

    [Fact]
    public async Task A_context_file_a_whole_call_and_no_prefetch_are_sent_as_they_are()
    {
        var context = Write("context.json", """{"draftOrders":{"resourceType":"Bundle"}}""");
        await Call("--service", "two", "--patient", "pat-1", "--encounter", "enc-1", "--context", context, "--no-prefetch", "--fhir", "https://ehr.example.org/fhir/");

        var body = _seen[^1].Body!;
        body["context"]!.ToJsonString().Should().Be("""{"draftOrders":{"resourceType":"Bundle"},"patientId":"pat-1","userId":"Practitioner/demo","encounterId":"enc-1"}""");
        ((string?)body["fhirServer"]).Should().Be("https://ehr.example.org/fhir");
        body["prefetch"].Should().BeNull();

        await Call("--service", "two", "--request", Write("call.json", """{"hook":"x"}"""));
        _seen[^1].Body!.ToJsonString().Should().Be("""{"hook":"x"}""");

        await Call("--service", "two", "--request", Write("call.json", """{"hook":"x"}"""), "--fhir", "https://ehr.example.org/fhir/");
        _seen[^1].Body!.ToJsonString().Should().Be("""{"hook":"x","fhirServer":"https://ehr.example.org/fhir"}""");
        await Call("--service", "two", "--request", Write("call.json", """{"fhirServer":"https://its.own.example/fhir"}"""), "--fhir", "https://ehr.example.org/fhir/");
        _seen[^1].Body!.ToJsonString().Should().Be("""{"fhirServer":"https://its.own.example/fhir"}""");
    }

    public static TheoryData<string> OneCallForEachHook =>
        [.. Samples.Calls.GroupBy(call => Samples.Call(call).Hook).Select(calls => calls.First())];

    [Theory]
    [MemberData(nameof(OneCallForEachHook))]
    public async Task Our_own_services_keep_the_rules(string sample)
    {
        using var host = new ServiceHost().With("NetCdsHooks:CardFolder", Repository.PathOf("cds-cards")).With(services => services.AddSingleton<KnowledgeLoader>((_, _) => Cards.Value));
        host.UseKestrel(0);
        host.StartServer();
        var call = Samples.Call(sample);
        var context = Write("context.json", call.Body["context"]!.ToJsonString());

        var (code, output, error) = await Run(
            ["call", $"{host.Address}/cds-services", "--service", $"net-{call.Hook}", "--patient", call.PatientId, "--context", context, "--fhir", $"{host.Address}/fhir"]);

        code.Should().Be(0, output + error);
        error.Should().NotContain("left out");
        output.Should().Contain("card(s)");
    }

    [Fact]
    public async Task A_broken_rule_is_told_by_its_id_and_place()
    {
        Reply = (200, Good.Replace("\"info\"", "\"hard-stop\"", StringComparison.Ordinal));

        var (code, output, _) = await Call("--service", "one", "--patient", "pat-1");

        code.Should().Be(1);
        output.Should().Contain("rule C-05 $.cards[0].indicator: accepted: info, warning, critical");
    }

    /// <summary>Answer; what is said of it.</summary>
    public static TheoryData<string, string> BadAnswers => new()
    {
        { "<html>", "the body is no JSON object" },
        { "", "the body is no JSON object" },
        { "[]", "the body is no JSON object" },
        { """{"cards":[],"cards":[]}""", "the body is no JSON object" },
        { """{"cards":[{"summary":"\ud800"}]}""", "the body is no JSON object" },
        { """{"cards":{}}""", "rule R-01 $.cards" },
        { """{"cards":[null]}""", "rule R-01 $.cards[0]" },
        { """{"cards":[{"summary":1}]}""", "rule C-02 $.cards[0].summary" },
        { """{"cards":[{"source":"me"}]}""", "rule C-06 $.cards[0].source" },
        { """{"cards":[{"source":{"label":"me","topic":"x"}}]}""", "rule C-09 $.cards[0].source.topic" },
        { """{"cards":[{"overrideReasons":[1]}]}""", "rule C-12 $.cards[0].overrideReasons" },
        { """{"cards":[{"suggestions":{}}]}""", "rule S-01 $.cards[0].suggestions" },
        { """{"cards":[{"suggestions":[{"label":"x","isRecommended":"yes","actions":"none"}]}]}""", "rule S-06 $.cards[0].suggestions[0].actions" },
        { """{"cards":[{"links":"here"}]}""", "rule L-01 $.cards[0].links" },
        { """{"cards":[],"systemActions":{"a":1}}""", "rule Y-02 $.systemActions" },
    };

    [Theory]
    [MemberData(nameof(BadAnswers))]
    public async Task A_bad_answer_is_told_and_nothing_breaks(string answer, string told)
    {
        Reply = (200, answer);

        var (code, output, error) = await Call("--service", "one", "--patient", "pat-1");

        code.Should().Be(1, error);
        output.Should().Contain(told);
    }

    [Fact]
    public async Task Text_from_a_service_cannot_steer_the_terminal()
    {
        Reply = (200, Good.Replace("All is", @"\u001b[2JAll\u202e is [red]", StringComparison.Ordinal).Replace("**Why**", @"## Why\n* **one** \\* [a](https://b)", StringComparison.Ordinal));

        var (_, output, _) = await Call("--service", "one", "--patient", "pat-1");

        output.Should().NotContain("\u001b").And.NotContain("\u202e").And.Contain("All is [red] well").And.Contain("- one * a (https://b)").And.NotContain("#");
    }

    [Fact]
    public async Task A_token_that_comes_back_is_not_shown()
    {
        var token = Write("token", "secret-1\n");
        Reply = (403, """{"resourceType":"OperationOutcome","issue":[{"details":{"text":"No: (body)"}}]}""");
        string[] line = ["--service", "one", "--patient", "pat-1", "--fhir", "http://127.0.0.1:9/fhir", "--no-prefetch", "--fhir-token", token];

        foreach (var (_, output, error) in new[] { await Call(line), await Call([.. line, "--json"]) })
            (output + error).Should().Contain("(token)").And.NotContain("secret-1");
        ((string?)_seen[^1].Body!["fhirAuthorization"]!["access_token"]).Should().Be("secret-1");
    }

    [Fact]
    public async Task A_list_is_no_discovery()
    {
        var (code, _, error) = await Run(["call", $"{_other.Urls.Single()}/list", "--patient", "p"]);

        code.Should().Be(2);
        error.Should().Contain("without a list of services; accepted: the address of discovery");
    }

    [Fact]
    public async Task A_refusal_is_told_with_its_reason()
    {
        Reply = (412, """{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"incomplete","details":{"text":"No problem list."},"diagnostics":"Key conditions."}]}""");

        var (code, output, _) = await Call("--service", "one", "--patient", "pat-1");

        code.Should().Be(1);
        output.Should().Contain("Status 412: No problem list. Key conditions.");
    }

    [Fact]
    public async Task The_answer_can_be_printed_and_saved_as_it_came()
    {
        var file = Path.Combine(_folder, "answer.json");

        var (_, output, _) = await Call("--service", "one", "--patient", "pat-1", "--json", "--save", file);

        JsonNode.Parse(output)!.ToJsonString().Should().Be(Good);
        JsonNode.Parse(await File.ReadAllTextAsync(file))!.ToJsonString().Should().Be(Good);
    }

    /// <summary>Story; the options; what is said.</summary>
    public static TheoryData<string, string[], string> BadInput => new()
    {
        { "no service", [], "--service: found nothing; accepted: one, two, both" },
        { "no such service", ["--service", "three"], "--service: found three; accepted: one, two, both" },
        { "an id under two hooks", ["--service", "both"], "--hook: found nothing; accepted: patient-view, order-select" },
        { "an id that is not under this hook", ["--service", "both", "--hook", "order-sign"], "--hook: found order-sign; accepted: patient-view, order-select" },
        { "a hook of two ids", ["--hook", "patient-view"], "--service: found nothing; accepted: one, both" },
        { "an unheard-of treatment of failures", ["--service", "one", "--on-failed-prefetch", "null"], "--on-failed-prefetch: found null; accepted: omit, outcome" },
        { "no pages", ["--service", "one", "--patient", "p", "--pages", "0"], "--pages: accepted: 1 to 100" },
        { "no patient", ["--service", "one"], "--patient: found nothing; accepted: the id of a patient" },
        { "no name of a file", ["--service", "one", "--request", ""], "cannot be read" },
        { "a file without an end", ["--service", "one", "--request", "/dev/zero"], "/dev/zero: found more than 10 MiB; accepted: less" },
        { "no token", ["--service", "one", "--patient", "p", "--fhir", "http://ehr.example", "--fhir-token", "/dev/null"], "/dev/null: found something else; accepted: a token" },
        { "nowhere to save", ["--service", "one", "--patient", "p", "--save", "/nowhere/answer.json"], "--save: /nowhere/answer.json cannot be written" },
        { "no such file", ["--service", "one", "--request", "/nowhere.json"], "/nowhere.json cannot be read" },
        { "a key without an issuer", ["--service", "one", "--key", "k"], "--issuer: found nothing" },
        { "a time-out of nothing", ["--service", "one", "--timeout", "0"], "--timeout: accepted: more than 0" },
        { "another scheme", ["--service", "one", "--fhir", "ftp://ehr.example"], "--fhir: found ftp://ehr.example" },
    };

    [Theory]
    [MemberData(nameof(BadInput))]
    public async Task What_cannot_be_sent_is_told_with_what_would_do(string story, string[] options, string reason)
    {
        var (code, _, error) = await Call(options);

        code.Should().Be(2, story);
        error.Should().Contain(reason, story);
    }

    [Fact]
    public async Task A_file_without_a_private_key_is_told_without_its_content()
    {
        var (code, _, error) = await Call("--service", "one", "--patient", "p", "--key", Write("key", "-----BEGIN SECRET-----"), "--issuer", "i", "--kid", "k");

        code.Should().Be(2);
        error.Should().Contain("found no private key; accepted: PEM or JWK").And.NotContain("SECRET");
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_told()
    {
        var (code, _, error) = await Run(["call", "http://127.0.0.1:9/cds-services", "--patient", "p"]);

        code.Should().Be(2);
        error.Should().Contain("http://127.0.0.1:9/cds-services: no answer");
    }

    private Task<(int Code, string Output, string Error)> Call(params string[] options) => Run(["call", Discovery, .. options]);

    private static async Task<(int Code, string Output, string Error)> Run(string[] line)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(line.Contains("--timeout") ? line : [.. line, "--timeout", Patience], _ => Task.FromResult(0), output, error);
        return (code, output.ToString(), error.ToString());
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private IResult Seen(HttpRequest request, JsonNode? body, string reply, int status = 200)
    {
        _seen.Add((request.Path, request.Headers.Authorization, body));
        var text = reply.Replace("(body)", (string?)body?["fhirAuthorization"]?["access_token"], StringComparison.Ordinal);
        return Results.Text(text, "application/json", statusCode: status);
    }
}
