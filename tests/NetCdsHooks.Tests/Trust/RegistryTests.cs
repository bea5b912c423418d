using System.Text;
using System.Text.Json.Nodes;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Tests.Support;
using NetCdsHooks.Trust.Profiles;
using NetCdsHooks.Trust.Registry;

namespace NetCdsHooks.Tests.Trust;

public sealed class RegistryTests
{
    private const string Client = "$.clients[0]";

    /// <summary>Story; member of the first client; what is written there, null to leave it out; the problem, null for none.</summary>
    public static TheoryData<string, string, string?, string?> Members => new()
    {
        { "a mistyped member", "isuer", "\"x\"", $"{Client}.isuer: found unknown member \"isuer\"; accepted: one of name, issuer, keySetUrl" },
        { "no name", "name", null, $"{Client}: found no \"name\"; accepted: the member \"name\"" },
        { "an empty issuer", "issuer", "\"\"", $"{Client}.issuer: found \"\"; accepted: a text" },
        { "null", "issuer", "null", $"{Client}.issuer: found null; accepted: a value" },
        { "the public sandbox", "issuer", "\"https://sandbox.cds-hooks.org\"", $"{Client}.issuer: found \"https://sandbox.cds-hooks.org\"; accepted: an issuer whose private key is secret" },
        { "no keys", "keySetUrl", null, $"{Client}: found neither \"keySetUrl\" nor \"keys\"; accepted: one of the two" },
        { "keys both ways", "keys", """{"keys":[]}""", $"{Client}: found \"keySetUrl\" and \"keys\"; accepted: one of the two" },
        { "keys by http", "keySetUrl", "\"http://ehr.example.org/jwks.json\"", $"{Client}.keySetUrl: found \"http://ehr.example.org/jwks.json\"; accepted: an absolute https address" },
        { "keys by http on loopback", "keySetUrl", "\"http://127.0.0.1/jwks.json\"", $"{Client}.keySetUrl: found \"http://127.0.0.1/jwks.json\"; accepted: an absolute https address" },
        { "keys with a user", "keySetUrl", "\"https://me@ehr.example.org/jwks.json\"", $"{Client}.keySetUrl: found" },
        { "keys with a fragment", "keySetUrl", "\"https://ehr.example.org/jwks.json#1\"", $"{Client}.keySetUrl: found" },
        { "keys with a query", "keySetUrl", "\"https://ehr.example.org/jwks.json?site=1\"", null },
        { "a jku beside keySetUrl", "jku", "\"https://ehr.example.org/other\"", $"{Client}.jku: found \"https://ehr.example.org/other\"; accepted: \"jku\" beside \"keys\" only" },
        { "another algorithm", "algorithms", """["RS256"]""", null },
        { "a symmetric algorithm", "algorithms", """["ES384","HS256"]""", $"{Client}.algorithms[1]: found \"HS256\"; accepted: one of ES256, ES384, ES512, PS256, PS384, PS512, RS256" },
        { "the algorithm none", "algorithms", """["none"]""", $"{Client}.algorithms[0]: found \"none\"" },
        { "no algorithm", "algorithms", "[]", $"{Client}.algorithms: found a list; accepted: at least one of ES256" },
        { "an audience", "audiences", """["typed by hand"]""", null },
        { "a number for an audience", "audiences", "[7]", $"{Client}.audiences[0]: found 7; accepted: a text" },
        { "a text for a list", "tenants", "\"north\"", $"{Client}.tenants: found \"north\"; accepted: a list" },
        { "a service", "services", """["net-order-sign"]""", null },
        { "a service that does not exist", "services", """["net-order-sing"]""", $"{Client}.services[0]: found \"net-order-sing\"; accepted: one of net-appointment-book" },
        { "no service", "services", "[]", $"{Client}.services: found a list; accepted: at least one of net-appointment-book" },
        { "no service, for one that only reads reports", "services", """[],"admin":true""", null },
        { "a text for the right to read reports", "admin", "\"yes\"", $"{Client}.admin: found \"yes\"; accepted: true or false" },
        { "the right to read reports", "admin", "true", null },
        { "a FHIR server by http", "fhirServers", """["http://ehr.example.org/fhir"]""", $"{Client}.fhirServers[0]: found \"http://ehr.example.org/fhir\"; accepted: an absolute https address without user, query" },
        { "a FHIR server with a query", "fhirServers", """["https://ehr.example.org/fhir?x"]""", $"{Client}.fhirServers[0]: found" },
        { "no FHIR server", "fhirServers", "[]", null },
        { "habits of FHIR servers", "fhir", """{"search":"batch","budgetMilliseconds":3000,"preferredMilliseconds":800}""", null },
        { "no habits", "fhir", "{}", null },
        { "a mistyped habit", "fhir", """{"budget":3000}""", $"{Client}.fhir.budget: found unknown member \"budget\"; accepted: one of search, budgetMilliseconds, preferredMilliseconds" },
        { "no such way to search", "fhir", """{"search":"put"}""", $"{Client}.fhir.search: found \"put\"; accepted: one of get, post, batch" },
        { "no time at all", "fhir", """{"budgetMilliseconds":0}""", $"{Client}.fhir.budgetMilliseconds: found 0; accepted: 50 to 60000 milliseconds" },
        { "more time than anybody has", "fhir", """{"preferredMilliseconds":60001}""", $"{Client}.fhir.preferredMilliseconds: found 60001; accepted: 50 to 60000 milliseconds" },
        { "a life of nothing", "tokenLifeSeconds", "0", $"{Client}.tokenLifeSeconds: found 0; accepted: 1 to 2147483647 seconds" },
        { "a text for a life", "tokenLifeSeconds", "\"5 min\"", $"{Client}.tokenLifeSeconds: found \"5 min\"; accepted: a number" },
        { "a profile that does not exist", "profile", "\"epik\"", $"{Client}.profile: found \"epik\"; accepted: a profile of this file: epic" },
        { "a profile", "profile", "\"epic\"", null },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public void A_client_is_accepted_or_refused_with_what_is_accepted(string story, string member, string? value, string? problem)
    {
        var file = Minimal();
        var client = file["clients"]![0]!.AsObject();
        client.Remove(member);
        var text = file.ToJsonString();
        if (value is not null)
            text = text.Replace("\"clients\":[{", $"\"clients\":[{{\"{member}\":{value},", StringComparison.Ordinal);

        Expect(story, text, problem);
    }

    /// <summary>Story; member of the profile; what is written there; the problem, null for none.</summary>
    public static TheoryData<string, string, string, string?> ProfileMembers => new()
    {
        { "a mistyped member", "link", "true", "$.profiles.epic.link: found unknown member \"link\"" },
        { "a way to choose", "selectionBehavior", "\"as-card\"", null },
        { "no way to choose", "selectionBehavior", "\"one\"", "$.profiles.epic.selectionBehavior: found \"one\"; accepted: one of as-card, any, at-most-one" },
        { "a limit of actions where one may be chosen", "actionsPerSuggestion", "1", "$.profiles.epic.actionsPerSuggestion: found 1; accepted: a limit beside \"selectionBehavior\": \"any\" only" },
        { "no card", "maxCards", "0", "$.profiles.epic.maxCards: found 0; accepted: a whole number from 2 to 9" },
        { "half a card", "maxCards", "2.5", "$.profiles.epic.maxCards: found 2.5; accepted: a whole number" },
        { "a text for links", "links", "\"no\"", "$.profiles.epic.links: found \"no\"; accepted: true or false" },
        { "no such use", "systemActions", "\"yes\"", "$.profiles.epic.systemActions: found \"yes\"; accepted: one of never, when-any, always" },
        { "no such topic", "topic", "\"snomed\"", "$.profiles.epic.topic: found \"snomed\"; accepted: one of as-card, alphanumeric, none" },
        { "no such form", "detail", "\"html\"", "$.profiles.epic.detail: found \"html\"; accepted: one of markdown, plain-text" },
        { "a list of codes", "overrideReasons", "[\"later\"]", null },
        { "a code that no card offers", "overrideReasons", "[\"later\",\"latr\"]", "$.profiles.epic.overrideReasons[1]: found \"latr\"; accepted: a code that a card offers: done-elsewhere, later" },
        { "no code at all", "overrideReasons", "[]", null },
    };

    [Theory]
    [MemberData(nameof(ProfileMembers))]
    public void A_profile_is_accepted_or_refused_with_what_is_accepted(string story, string member, string value, string? problem) =>
        Expect(story, Minimal().ToJsonString().Replace("\"epic\":{", $"\"epic\":{{\"{member}\":{value}", StringComparison.Ordinal), problem);

    /// <summary>Story; the file; its problem.</summary>
    public static TheoryData<string, string, string> Files => new()
    {
        { "no JSON", "{", "line 1, byte 2: found text that is no JSON: Expected depth" },
        { "a comment", "{ /* */ }", "line 1, byte 3: found text that is no JSON: '/'" },
        { "a list", "[]", "$: found a list; accepted: an object" },
        { "nothing", "{}", "$: found no \"clients\"" },
        { "nobody", """{"clients":[]}""", "$.clients: found an empty list; accepted: at least one client" },
        { "a member twice", """{"clients":[{"name":"a","name":"b","issuer":"a","keySetUrl":"https://a.example/k"}]}""", "$.clients[0].name: found \"name\" a second time" },
        { "an issuer twice", """{"clients":[{"name":"a","issuer":"x","keySetUrl":"https://a.example/k"},{"name":"b","issuer":"x","keySetUrl":"https://a.example/k"}]}""", "$.clients[1].issuer: found \"x\" a second time" },
        { "a name twice", """{"clients":[{"name":"a","issuer":"x","keySetUrl":"https://a.example/k"},{"name":"a","issuer":"y","keySetUrl":"https://a.example/k"}]}""", "$.clients[1].name: found \"a\" a second time" },
        { "a key without an id", """{"clients":[{"name":"a","issuer":"x","keys":{"keys":[{"kty":"EC"}]}}]}""", "$.clients[0].keys.keys[0]: found a key that cannot be used: \"kid\" must be a text" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_refused_with_the_place(string story, string text, string problem) => Problems(text).Should().Contain(line => line.Contains(problem), story);

    [Fact]
    public void All_faults_are_told_at_once() => Problems("""
        {
          "profiles": { "p": { "detail": "html", "maxCards": 99 } },
          "clients": [ { "issuer": 7, "algorithms": ["HS256"], "keySetUrl": "ftp://x", "services": ["a"] }, "b" ]
        }
        """).Should().HaveCount(8);

    [Fact]
    [Trait("Requirement", "J-05")]
    [Trait("Requirement", "J-07")]
    [Trait("Requirement", "J-10")]
    public void Keys_that_are_written_down_are_judged_one_by_one()
    {
        var file = Minimal();
        var client = file["clients"]![0]!.AsObject();
        client.Remove("keySetUrl");
        client["keys"] = TokenMaker.KeySet(
            TokenMaker.Jwk(TokenMaker.Ec, "a"),
            TokenMaker.Jwk(TokenMaker.Stranger, "a"),
            new() { ["kty"] = "oct", ["kid"] = "b", ["k"] = "AAAA" },
            WithPrivatePart(),
            new() { ["kty"] = "RSA", ["kid"] = "c", ["n"] = new string('A', 171), ["e"] = "AQAB" });

        Problems(file.ToJsonString()).Should().SatisfyRespectively(
            problem => problem.Should().Contain("keys[2]: found a key that cannot be used: \"kty\" must be EC or RSA"),
            problem => problem.Should().Contain("keys[3]: found a key that cannot be used: it holds a private key").And.NotContain("secret"),
            problem => problem.Should().Contain("keys[4]: found a key that cannot be used: the modulus must have 2048 to 8192 bits"),
            problem => problem.Should().Contain("found the kid \"a\" 2 times"));
    }

    private static JsonObject WithPrivatePart()
    {
        var key = TokenMaker.Jwk(TokenMaker.Ec, "d");
        key["d"] = "secret";
        return key;
    }

    /// <summary>Every member that can be written is explained, and nothing else.</summary>
    [Theory]
    [InlineData("""{"clients":[{"?":1}]}""", "## A client", "## A profile")]
    [InlineData("""{"profiles":{"p":{"?":1}},"clients":[]}""", "## A profile", "## How a token is judged")]
    public void The_README_explains_every_member(string file, string from, string to)
    {
        var accepted = Problems(file).Single(problem => problem.Contains("unknown member")).Split("one of ")[1].Split(", ");
        var readme = File.ReadAllText(Repository.PathOf("src", "NetCdsHooks", "Trust", "README.md"));
        var rows = readme[readme.IndexOf(from, StringComparison.Ordinal)..readme.IndexOf(to, StringComparison.Ordinal)]
            .Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);

        rows.Should().BeEquivalentTo(accepted);
    }

    [Theory]
    [InlineData("strict", false)]
    [InlineData("epic", false)]
    [InlineData("sandbox", true)]
    public void The_examples_are_good_and_the_sandbox_is_for_Development_only(string name, bool onlyInDevelopment)
    {
        var file = Example(name);

        ClientRegistry.Load(file, isDevelopment: true).Clients.Should().ContainSingle();
        var elsewhere = () => ClientRegistry.Load(file, isDevelopment: false);
        if (onlyInDevelopment)
            elsewhere.Should().Throw<RegistryException>().WithMessage("*whose private key is secret*accepted in Development only*an absolute https address*");
        else
            elsewhere.Should().NotThrow();
    }

    [Fact]
    public void The_examples_say_what_they_are_named_for()
    {
        Profile Of(string name) => ClientRegistry.Load(Example(name), isDevelopment: true).Clients.Single().Profile;

        Of("strict").Should().Be(Profile.Strict);
        Of("strict").Should().Be(new Profile(SelectionBehavior.AtMostOne, null, 9, false, SystemActionUse.Never, TopicForm.Alphanumeric, DetailForm.Markdown, false, null));
        Of("sandbox").Should().Be(new Profile(null, null, 9, true, SystemActionUse.Never, TopicForm.AsCard, DetailForm.Markdown, false, null));
        (Of("epic") with { OverrideReasons = null }).Should()
            .Be(new Profile(SelectionBehavior.Any, 1, 5, false, SystemActionUse.Never, TopicForm.Alphanumeric, DetailForm.PlainText, true, null));
        Of("epic").OverrideReasons.Should().BeSubsetOf(TestKnowledge.Base.StandardReasons.Select(reason => reason.Code));
    }

    private static Clinical.Knowledge.KnowledgeFile Example(string name) => new(
        $"{name}.clients.json", File.ReadAllBytes(Repository.PathOf("src", "NetCdsHooks", "Trust", "Examples", $"{name}.clients.json")));

    private static JsonObject Minimal() => JsonNode.Parse("""
        {
          "profiles": { "epic": {} },
          "clients": [ { "name": "EHR", "issuer": "https://ehr.example.org", "keySetUrl": "https://ehr.example.org/jwks.json" } ]
        }
        """)!.AsObject();

    private static void Expect(string story, string text, string? problem)
    {
        if (problem is null)
            Problems(text).Should().BeEmpty(story);
        else
            Problems(text).Should().Contain(line => line.StartsWith($"clients.json: {problem}", StringComparison.Ordinal), story);
    }

    private static IReadOnlyList<string> Problems(string text)
    {
        try
        {
            ClientRegistry.Load(new("clients.json", Encoding.UTF8.GetBytes(text)), isDevelopment: false, new HashSet<string> { "later", "done-elsewhere" });
            return [];
        }
        catch (RegistryException exception)
        {
            return [.. exception.Problems.Select(problem => problem.ToString())];
        }
    }
}
