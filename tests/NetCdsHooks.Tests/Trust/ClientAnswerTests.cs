using System.Text;
using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Trust;

/// <summary>The same patient, asked about by clients with other profiles; and what of all that reaches the log.</summary>
public sealed class ClientAnswerTests
{
    [Fact]
    [Trait("Requirement", "C-11")]
    [Trait("Requirement", "S-14")]
    [Trait("Requirement", "L-06")]
    public async Task A_client_with_the_habits_of_Epic_gets_what_it_can_show()
    {
        var clients = ExampleOf("epic");
        clients["profiles"]!["epic"]!["overrideReasons"] = new JsonArray("later");
        using var service = new TrustedService(TimeProvider.System, clients);
        service.World.Keys = TokenMaker.KeySet(TokenMaker.Jwk(TokenMaker.Rsa, "k"));

        var answer = await service.Call(service.Tokens.Make(
            header => (header["alg"], header["kid"]) = ("RS384", "k"),
            payload =>
            {
                payload["iss"] = "https://epic.example.org/interconnect/api/FHIR/R4";
                payload["aud"] = "https://cds.example.org/cds-services";
                payload["sub"] = "client-id";
                payload["tenant"] = "general-hospital";
                payload["nbf"] = service.Tokens.Now - 300;
                payload["exp"] = service.Tokens.Now + 900;
            },
            TokenMaker.Rs384));

        answer.Status.Should().Be(200, service.Host.Log);
        var card = answer.Card("tumour-active");
        ((string?)card["selectionBehavior"]).Should().Be("any");
        card["suggestions"]!.AsArray().Should().HaveCountGreaterThan(2).And.OnlyContain(suggestion => suggestion!["actions"] == null || suggestion["actions"]!.AsArray().Count == 1);
        card["links"].Should().BeNull();
        ((string?)card["detail"]).Should().NotContainAny("**", "`");
        ((string?)card["extension"]!["com.epic.cdshooks.card.detail.content-type"]).Should().Be("text/plain");
        answer.Json.ContainsKey("systemActions").Should().BeFalse();
    }

    [Fact]
    [Trait("Requirement", "C-11")]
    [Trait("Requirement", "L-06")]
    public async Task A_client_without_a_profile_gets_the_strict_form()
    {
        using var service = new TrustedService();

        var card = (await service.Call(service.Tokens.Make())).Card("tumour-active");

        ((string?)card["selectionBehavior"]).Should().Be("at-most-one");
        card["links"].Should().BeNull();
        ((string?)card["detail"]).Should().Contain("**Why this card**");
        card["extension"]!.AsObject().Select(member => member.Key).Should().Equal("org.netcdshooks.card");
    }

    [Fact]
    [Trait("Requirement", "A-09")]
    [Trait("Requirement", "A-12")]
    public async Task A_server_that_is_not_the_clients_is_never_asked()
    {
        using var service = new TrustedService();
        await service.Call(service.Tokens.Make());
        service.World.Forget();

        foreach (var server in (string[])["https://169.254.169.254/", "https://other.example.net/fhir", "http://localhost/fhir", "https://ehr.example.org/fhir2", "https://ehr.example.org.evil.example/fhir"])
            (await Ask(server)).Reason.Should().Contain("the FHIR server could not be asked");
        service.World.Requests.Should().BeEmpty();

        await Ask("https://ehr.example.org/fhir/");
        service.World.Requests.Should().NotBeEmpty().And.OnlyContain(address => address.AbsoluteUri.StartsWith("https://ehr.example.org/fhir/", StringComparison.Ordinal));

        Task<Answer> Ask(string server) => AskAt(service, server);
    }

    [Theory]
    [Trait("Requirement", "Q-05")]
    [InlineData("http://ehr.example.org/fhir")]
    [InlineData("http://localhost/fhir")]
    public async Task Plain_http_is_never_asked(string server)
    {
        using var service = new TrustedService();

        (await AskAt(service, server)).Reason.Should().Contain("fhirServer is not an https address");

        service.World.Requests.Should().NotContain(address => address.Scheme == Uri.UriSchemeHttp);
    }

    private static Task<Answer> AskAt(TrustedService service, string server)
    {
        var request = service.Request($"Bearer {service.Tokens.Make()}");
        request.Content = new StringContent(
            new HookCall().WithFhir(new(server)).With("fhirServer", server).Body.ToJsonString(), Encoding.UTF8, "application/json");
        return service.Host.Send(request);
    }

    /// <summary>300 calls, good, bad and failing, each with a text of its own in every place where one can be put.</summary>
    [Fact]
    [Trait("Requirement", "J-21")]
    [Trait("Requirement", "A-03")]
    [Trait("Requirement", "X-06")]
    public async Task Nothing_of_a_token_or_a_patient_reaches_the_log_but_iss_tenant_and_jti()
    {
        using var service = new TrustedService();
        var tokens = new List<string>();
        for (var number = 0; number < 300; number++)
        {
            var token = service.Tokens.Make(
                header =>
                {
                    header["canary"] = "canary-header";
                    if (number % 5 == 1)
                        header["kid"] = "canary-kid";
                    if (number % 5 == 2)
                        header["jku"] = "https://canary-jku.example/";
                },
                payload =>
                {
                    payload["jti"] = $"jti-{number}";
                    payload["tenant"] = $"tenant-{number}";
                    payload["sub"] = "canary-sub";
                    payload["patient"] = "canary-claim";
                    payload["name"] = new JsonObject { ["family"] = "canary-family" };
                    if (number % 5 == 3)
                        payload["aud"] = "https://canary-aud.example/";
                    if (number % 5 == 4)
                        payload["exp"] = 1_234_567_891;
                },
                number % 7 == 0 ? _ => new byte[96] : null);
            tokens.AddRange(token.Split('.'));
            var request = service.Request($"Bearer {token}");
            request.Content = new StringContent(Body(number, service), Encoding.UTF8, "application/json");
            await service.Host.Send(request);
        }

        var log = service.Host.Log;
        log.Should().NotContainAny(tokens.Distinct()).And.NotContain("canary").And.NotContain("eyJ").And.NotContain("1234567891");
        log.Should().Contain("jti-1)").And.Contain("tenant tenant-1,").And.Contain(TokenMaker.Issuer);
        log.Should().Contain("by EHR, tenant tenant-30 on state").And.Contain("Admitted EHR").And.Contain("Refused with 401").And.Contain("Refused with 400").And.Contain("Refused with 412");
    }

    private static string Body(int number, TrustedService service) => (number % 3) switch
    {
        0 when number % 2 == 0 => HookCall.ActiveTumour(service.Host).With("context.userId", "Practitioner/canary-user").Body.ToJsonString(),
        0 => HookCall.ActiveTumour(service.Host).With("context.patientId", "canary-patient").Body.ToJsonString(),
        1 => new HookCall().WithFhir(new("https://ehr.example.org/fhir")).With("context.patientId", "canary-patient")
            .With("fhirAuthorization.access_token", "canary-access").With("fhirAuthorization.patient", "canary-patient").Body.ToJsonString(),
        _ => new HookCall().With("hook", "canary-hook").Body.ToJsonString(),
    };

    private static JsonObject ExampleOf(string name) =>
        JsonNode.Parse(File.ReadAllText(Repository.PathOf("src", "NetCdsHooks", "Trust", "Examples", $"{name}.clients.json")))!.AsObject();
}
