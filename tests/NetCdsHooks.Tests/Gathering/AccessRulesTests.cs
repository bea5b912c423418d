using System.Text;
using System.Text.Json.Nodes;
using NetCdsHooks.Gathering;
using NetCdsHooks.Hooks;
using NetCdsHooks.Tests.Support;
using NetCdsHooks.Trust;
using NetCdsHooks.Trust.Registry;

namespace NetCdsHooks.Tests.Gathering;

public sealed class AccessRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Requirement; story; address; in development, outside of it: null when allowed, else the reason.</summary>
    public static TheoryData<string, string, string, string?, string?> Servers => new()
    {
        { "A-01", "https", "https://ehr.example/fhir", null, null },
        { "Q-05", "http", "http://ehr.example/fhir", "not an https address", "not an https address" },
        { "Q-05", "http on loopback", "http://localhost:8080/fhir", null, "not an https address" },
        { "A-09", "a user in the address", "https://me@ehr.example/fhir", "without user", "without user" },
        { "A-09", "a query in the address", "https://ehr.example/fhir?x=1", "without user, query", "without user, query" },
        { "A-09", "a fragment in the address", "https://ehr.example/fhir#x", "and fragment", "and fragment" },
    };

    [Theory]
    [MemberData(nameof(Servers))]
    [Trait("Requirement", "Q-05")]
    public void A_server_must_be_safe_to_ask(string requirement, string story, string address, string? inDevelopment, string? elsewhere)
    {
        var request = Request(new HookCall().WithFhir(new("https://x.example")).With("fhirServer", address));

        foreach (var (isDevelopment, reason) in new[] { (true, inDevelopment), (false, elsewhere) })
        {
            var decision = new AccessRules(isDevelopment).Decide(request, Caller.Anybody);
            (decision.Access is null).Should().Be(reason is not null, $"{requirement}: {story}");
            if (reason is not null)
                decision.WhyNot.Should().Contain(reason, story);
        }
    }

    [Fact]
    [Trait("Requirement", "A-12")]
    public void A_server_without_a_token_is_asked_in_development_only()
    {
        var request = Request(new HookCall().With("fhirServer", "https://ehr.example/fhir"));

        new AccessRules(isDevelopment: true).Decide(request, Caller.Anybody).Access!.Token.Should().BeNull();
        new AccessRules(isDevelopment: false).Decide(request, Caller.Anybody).WhyNot.Should().Be("the call had no fhirAuthorization");
    }

    [Theory]
    [Trait("Requirement", "A-06")]
    [InlineData("somebody-else", false)]
    [InlineData("Patient/pat-778", true)]
    [InlineData("pat-778", true)]
    public void A_token_for_another_patient_is_not_used(string patient, bool isUsed)
    {
        var request = Request(new HookCall().WithFhir(new("https://ehr.example")).With("fhirAuthorization.patient", patient));

        (new AccessRules(isDevelopment: true).Decide(request, Caller.Anybody).Access is not null).Should().Be(isUsed);
    }

    [Fact]
    [Trait("Requirement", "A-06")]
    public void A_token_that_names_no_patient_is_used() =>
        new AccessRules(false).Decide(Request(new HookCall().WithFhir(new("https://ehr.example")).Without("fhirAuthorization.patient")), Caller.Anybody)
            .Access.Should().NotBeNull();

    [Theory]
    [Trait("Requirement", "A-05")]
    [InlineData("patient/Observation.read")]
    [InlineData("patient/Observation.rs")]
    [InlineData("patient/*.read launch openid")]
    [InlineData("patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory user/Patient.r")]
    [InlineData("system/*.cruds")]
    [InlineData("EPIC.OBSERVATION.READ(FHIR_R4)")]
    [InlineData("))((%20;\"'")]
    public void Any_wording_of_the_scope_is_tried(string scope) =>
        new AccessRules(false).Decide(Request(new HookCall().WithFhir(new("https://ehr.example")).With("fhirAuthorization.scope", scope)), Caller.Anybody)
            .Access.Should().NotBeNull();

    [Theory]
    [Trait("Requirement", "A-07")]
    [InlineData(300, 300)]
    [InlineData(1, 1)]
    [InlineData(long.MaxValue, 86400)]
    public void A_token_ends_when_it_says(long seconds, int expected)
    {
        var request = Request(new HookCall().WithFhir(new("https://ehr.example")).With("fhirAuthorization.expires_in", seconds));

        new AccessRules(false).Decide(request, Caller.Anybody).Access!.EndsAt.Should().Be(Now.AddSeconds(expected));
    }

    [Theory]
    [Trait("Requirement", "A-07")]
    [InlineData(0)]
    [InlineData(-5)]
    public void An_expired_token_is_not_used(int seconds) =>
        new AccessRules(true).Decide(Request(new HookCall().WithFhir(new("https://ehr.example")).With("fhirAuthorization.expires_in", seconds)), Caller.Anybody)
            .WhyNot.Should().Contain("had expired");

    [Theory]
    [InlineData("https://ehr.example/fhir/r4", "https://ehr.example/fhir/r4/Patient/pat-778")]
    [InlineData("https://ehr.example/fhir/r4/", "https://ehr.example/fhir/r4/Patient/pat-778")]
    [InlineData("https://ehr.example", "https://ehr.example/Patient/pat-778")]
    public void Queries_are_put_behind_the_base_address(string server, string address)
    {
        var access = new AccessRules(false).Decide(Request(new HookCall().WithFhir(new(server))), Caller.Anybody).Access!;

        access.AddressOf(new(Clinical.Record.DataNeed.Patient, "patient", "Patient/{{context.patientId}}"), HookCall.Patient)
            .AbsoluteUri.Should().Be(address);
    }

    [Fact]
    [Trait("Requirement", "A-03")]
    public void A_token_is_not_part_of_any_text()
    {
        var request = Request(new HookCall().WithFhir(new("https://ehr.example")));

        $"{request} {new AccessRules(false).Decide(request, Caller.Anybody)}".Should().NotContain(HookCall.Token);
    }

    /// <summary>Story; what is registered; what the call names; whether it is asked.</summary>
    public static TheoryData<string, string, string, bool> Registered => new()
    {
        { "the same", "https://ehr.example/fhir", "https://ehr.example/fhir", true },
        { "a slash at the end", "https://ehr.example/fhir", "https://ehr.example/fhir/", true },
        { "a slash in the registry", "https://ehr.example/fhir/", "https://ehr.example/fhir", true },
        { "the usual port", "https://ehr.example/fhir", "https://ehr.example:443/fhir", true },
        { "capitals in the host", "https://ehr.example/fhir", "https://EHR.example/fhir", true },
        { "a root", "https://ehr.example", "https://ehr.example/", true },
        { "another host", "https://ehr.example/fhir", "https://evil.example/fhir", false },
        { "an address of a cloud", "https://ehr.example/fhir", "https://169.254.169.254/", false },
        { "another port", "https://ehr.example/fhir", "https://ehr.example:8443/fhir", false },
        { "a path below", "https://ehr.example/fhir", "https://ehr.example/fhir/tenant", false },
        { "a path above", "https://ehr.example/fhir", "https://ehr.example", false },
        { "capitals in the path", "https://ehr.example/fhir", "https://ehr.example/FHIR", false },
        { "a longer host", "https://ehr.example/fhir", "https://ehr.example.evil.example/fhir", false },
        { "nothing is registered", "", "https://ehr.example/fhir", false },
    };

    [Theory]
    [MemberData(nameof(Registered))]
    [Trait("Requirement", "A-09")]
    public void A_client_names_its_own_servers_only(string story, string registered, string named, bool isAsked)
    {
        var file = TrustedService.Registry();
        file["clients"]![0]!["fhirServers"] = registered.Length == 0 ? new JsonArray() : new JsonArray(registered);
        var client = ClientRegistry.Load(new("clients.json", Encoding.UTF8.GetBytes(file.ToJsonString())), isDevelopment: false).Clients[0];

        var decision = new AccessRules(false).Decide(Request(new HookCall().WithFhir(new("https://x.example")).With("fhirServer", named)), new(client, null));

        (decision.Access is not null).Should().Be(isAsked, story);
        if (!isAsked)
            decision.WhyNot.Should().Be("fhirServer is not one that is registered for this client");
    }

    private static HookRequest Request(HookCall call) => HookRequestParser.Parse(Encoding.UTF8.GetBytes(call.Body.ToJsonString()), Now);
}
