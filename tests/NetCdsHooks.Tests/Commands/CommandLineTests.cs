using System.Text.Json.Nodes;
using NetCdsHooks.Commands;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Commands;

public sealed class CommandLineTests
{
    /// <summary>Story; the command line; what the host gets.</summary>
    public static TheoryData<string, string[], string[]> ServeLines => new()
    {
        { "nothing", [], [] },
        { "the verb", ["serve"], [] },
        { "host arguments without the verb", ["--urls", "http://localhost:6000"], ["--urls", "http://localhost:6000"] },
        { "host arguments after the verb", ["serve", "--urls=http://localhost:6000", "--NetCdsHooks:AsOf=2026-11-21"], ["--urls=http://localhost:6000", "--NetCdsHooks:AsOf=2026-11-21"] },
        { "slashes", ["/NetCdsHooks:PrefetchMode=Gate"], ["/NetCdsHooks:PrefetchMode=Gate"] },
    };

    [Theory]
    [MemberData(nameof(ServeLines))]
    public async Task Without_a_verb_it_serves_with_the_arguments_of_the_host(string story, string[] line, string[] expected)
    {
        string[]? received = null;

        var (code, _, _) = await Run(line, arguments =>
        {
            received = arguments;
            return Task.FromResult(7);
        });

        received.Should().Equal(expected, story);
        code.Should().Be(7);
    }

    [Fact]
    public async Task A_verb_that_does_not_exist_is_refused()
    {
        var (code, _, error) = await Run(["chek"]);

        code.Should().Be(1);
        error.Should().Contain("There is no verb 'chek'; there are serve, check, explain, schema, feedback, call.");
    }

    [Theory]
    [InlineData("check", "--sit", "/site")]
    [InlineData("serve", "--port", "6183")]
    [InlineData("--port", "6183")]
    public async Task An_option_that_nobody_takes_is_refused_and_nothing_is_served(params string[] line)
    {
        var (code, _, error) = await Run(line, _ => throw new InvalidOperationException("It was served."));

        code.Should().Be(1);
        error.Should().StartWith("There is no option '--").And.Contain("--help");
    }

    [Fact]
    public async Task A_schema_that_cannot_be_written_is_no_stack_trace()
    {
        var (code, _, error) = await Run(["schema", "/nowhere/card.schema.json"]);

        code.Should().Be(1);
        error.Should().StartWith("FILE: found /nowhere/card.schema.json; accepted: a file that can be written");
    }

    [Fact]
    public async Task Check_counts_what_it_read()
    {
        var (code, output, _) = await Run(["check", "--cards", TestCards.Folder, "--samples", Repository.PathOf("fhir-samples"), "--as-of", "2026-11-21"]);

        code.Should().Be(0, output);
        output.Should().Contain("5 cards, 2 orders").And.Contain($"{Samples.Names.Length} Bundles").And.EndWith("No problems.\n");
    }

    [Fact]
    public async Task Check_prints_every_problem_of_cards_and_samples()
    {
        var cards = TestCards.NewFolder();
        TestCards.Change(cards, "coordination/tumour-active.card.json", "\"warning\"", "\"hard-stop\"");
        TestCards.Change(cards, "workup/ki67-unrecorded.card.json", "\"1.2.3\"", "\"1\"");
        var samples = Directory.CreateTempSubdirectory("samples-").FullName;
        var spoilt = SomeJson.Hypertension();
        spoilt["code"] = "high";
        File.WriteAllText(Path.Combine(samples, "bundle.json"), SomeJson.Bundle(SomeJson.Patient(), spoilt).ToJsonString());

        var (code, output, _) = await Run(["check", "--cards", cards, "--samples", samples, "--as-of", "2026-11-21"]);

        code.Should().Be(1);
        output.Should().Contain("tumour-active.card.json: $.indicator: found \"hard-stop\"")
            .And.Contain("ki67-unrecorded.card.json: $.version: found \"1\"")
            .And.Contain("bundle.json: $.entry[1].resource: found Condition could not be read")
            .And.EndWith("3 problem(s).\n");
    }

    [Fact]
    public async Task Check_fails_for_a_weak_card_and_not_for_a_hint()
    {
        var cards = TestCards.NewFolder();
        TestCards.Change(cards, "workup/ki67-unrecorded.card.json", "\"ki67\": { \"recorded\": false }", "\"ki67\": { \"atLeast\": 20, \"below\": 3, \"unit\": \"%\" }");

        var (code, output, _) = await Run(["check", "--cards", cards, "--as-of", "2029-01-01"]);

        code.Should().Be(1);
        output.Should().Contain("hint: (facts): midgut: found midgut primary, which no card uses")
            .And.Contain("hint: workup/ki67-unrecorded.card.json: $.lastReviewDate: found 2026-11-21, more than 2 years ago")
            .And.Contain("  workup/ki67-unrecorded.card.json: $.when: found criteria that cannot hold together: ki67 atLeast 20 %; ki67 below 3 %");
    }

    [Fact]
    public async Task Explain_prints_facts_and_criteria_with_their_evidence()
    {
        var (code, output, error) = await Run(["explain", Saved(SomeJson.Bundle(SomeJson.Patient(), SomeJson.Tumour())), "--as-of", "2026-11-21", "--cards", TestCards.Folder]);

        code.Should().Be(0, error);
        output.Should().Contain($"Patient {HookCall.Patient} as of 2026-11-21").And.Contain("Condition/net-1")
            .And.Contain("tumour-active: fires").And.Contain("receptor-scan-seen: silent");
    }

    [Fact]
    public async Task Explain_names_the_rules_by_which_faulty_FHIR_was_read()
    {
        var ki67 = SomeJson.Ki67();
        ki67["valueQuantity"]!["value"] = "2";
        var file = Saved(SomeJson.Bundle(SomeJson.Patient(), SomeJson.Tumour(), ki67));

        var (_, tables, _) = await Run(["explain", file, "--as-of", "2026-11-21", "--cards", TestCards.Folder]);
        var (_, json, _) = await Run(["explain", file, "--as-of", "2026-11-21", "--cards", TestCards.Folder, "--json"]);

        tables.Should().Contain("Read leniently: quoted-number");
        JsonNode.Parse(json)!["readLeniently"]!.ToJsonString().Should().Be("""["quoted-number"]""");
    }

    [Fact]
    public async Task Explain_names_codes_that_are_not_mapped()
    {
        var ki67 = SomeJson.Ki67();
        ki67["code"] = JsonNode.Parse("""{"coding":[{"system":"http://hospital.example/lab","code":"KI67-IHC"}],"text":"Ki-67 of Mrs Example"}""");
        var file = Saved(SomeJson.Bundle(SomeJson.Patient(), SomeJson.Tumour(), ki67));

        var (_, tables, _) = await Run(["explain", file, "--as-of", "2026-11-21", "--cards", TestCards.Folder]);
        var (_, json, _) = await Run(["explain", file, "--as-of", "2026-11-21", "--cards", TestCards.Folder, "--json"]);

        tables.Should().Contain("Codes that are not mapped").And.Contain("http://hospital.example/lab").And.Contain("KI67-IHC").And.NotContain("Mrs Example");
        JsonNode.Parse(json)!["unmapped"]!.AsArray().Should().ContainSingle().Which!.ToJsonString()
            .Should().Be("""{"system":"http://hospital.example/lab","code":"KI67-IHC","looksLike":"ki67"}""");
    }

    [Fact]
    public async Task A_Bundle_to_explain_lacks_nothing()
    {
        var cards = await ExplainJson(SomeJson.Bundle(SomeJson.Patient(), SomeJson.Tumour()));

        cards["tumour-active"]!["decision"]!.ToString().Should().Be("fires");
        cards["tumour-active"]!["criteria"]![0]!["evidence"]![0]!.ToString().Should().Be("Condition/net-1");
        cards["ki67-unrecorded"]!["decision"]!.ToString().Should().Be("fires");
        cards.Values.Should().OnlyContain(card => card["missing"]!.AsArray().Count == 0);
    }

    [Fact]
    public async Task A_call_to_explain_lacks_what_its_prefetch_lacks()
    {
        var call = new HookCall().Prefetch("patient", SomeJson.Patient()).Prefetch("conditions", SomeJson.Bundle(SomeJson.Tumour()));

        var cards = await ExplainJson(call.Body);

        cards["tumour-active"]!["decision"]!.ToString().Should().Be("fires");
        cards["ki67-unrecorded"]!["decision"]!.ToString().Should().Be("undetermined");
        cards["ki67-unrecorded"]!["missing"]!.AsArray().Select(key => (string)key!).Should().Contain("pathology");
    }

    /// <summary>Story; the file; what the error says.</summary>
    public static TheoryData<string, string, string> UselessFiles => new()
    {
        { "no JSON", "hello", "found no JSON (line 1)" },
        { "a list", "[]", "found JSON with neither \"resourceType\" nor \"hook\"" },
        { "other JSON", "{}", "found JSON with neither \"resourceType\" nor \"hook\"" },
        { "a single resource", SomeJson.Patient().ToJsonString(), "found another resource or another type of Bundle" },
        { "a Bundle of another type", """{"resourceType":"Bundle","type":"document"}""", "found another resource or another type of Bundle" },
        { "no patient", SomeJson.Bundle(SomeJson.Tumour()).ToJsonString(), "found 0 Patient resources" },
        { "two patients", SomeJson.Bundle(SomeJson.Patient("a"), SomeJson.Patient("b")).ToJsonString(), "found 2 Patient resources" },
        { "a call of another hook", new HookCall().With("hook", "medication-refill").Body.ToJsonString(), "found another hook; accepted: patient-view" },
        { "a call without context", new HookCall().Without("context").Body.ToJsonString(), "context: found nothing" },
    };

    [Theory]
    [MemberData(nameof(UselessFiles))]
    public async Task Anything_else_is_refused_with_what_is_accepted(string story, string content, string reason)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("explain-").FullName, "file.json");
        File.WriteAllText(file, content);

        var (code, _, error) = await Run(["explain", file, "--cards", TestCards.Folder]);

        code.Should().Be(1, story);
        error.Should().Contain(file).And.Contain(reason, story);
    }

    [Theory]
    [InlineData("a file that does not exist", new[] { "explain", "/no/such.json" }, "/no/such.json cannot be read")]
    [InlineData("a day that is none to check", new[] { "check", "--as-of", "soon" }, "--as-of: found \"soon\"")]
    [InlineData("a day that is none", new[] { "explain", "/no/such.json", "--as-of", "now" }, "--as-of: found \"now\"; accepted: a date such as 2026-11-21")]
    public async Task A_fault_of_the_command_line_is_named(string story, string[] line, string reason)
    {
        var (code, _, error) = await Run([.. line, "--cards", TestCards.Folder]);

        code.Should().Be(1, story);
        error.Should().Contain(reason);
    }

    private static async Task<Dictionary<string, JsonNode>> ExplainJson(JsonNode content)
    {
        var (code, output, error) = await Run(["explain", Saved(content), "--as-of", "2026-11-21", "--cards", TestCards.Folder, "--json"]);
        code.Should().Be(0, error);
        return JsonNode.Parse(output)!["cards"]!.AsArray().ToDictionary(card => card!["id"]!.ToString(), card => card!);
    }

    private static string Saved(JsonNode content)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("explain-").FullName, "file.json");
        File.WriteAllText(file, content.ToJsonString());
        return file;
    }

    private static async Task<(int Code, string Output, string Error)> Run(string[] line, Func<string[], Task<int>>? serve = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(line, serve ?? (_ => Task.FromResult(99)), output, error);
        return (code, output.ToString(), error.ToString());
    }
}
