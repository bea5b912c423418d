using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Api;

[Collection(SharedService.Name)]
public sealed class RefusalTests(SharedService service)
{
    private readonly ServiceHost _host = service.Host;

    public static TheoryData<string, string> RequiredMembers => new()
    {
        { "Q-02", "hook" },
        { "Q-03", "hookInstance" },
        { "Q-06", "context" },
        { "Q-06", "context.userId" },
        { "Q-06", "context.patientId" },
        { "Q-04", "fhirServer" },
        { "A-08", "fhirAuthorization.access_token" },
        { "A-08", "fhirAuthorization.token_type" },
        { "A-08", "fhirAuthorization.expires_in" },
        { "A-08", "fhirAuthorization.scope" },
        { "A-08", "fhirAuthorization.subject" },
    };

    [Theory]
    [MemberData(nameof(RequiredMembers))]
    [Trait("Requirement", "H-01")]
    [Trait("Requirement", "R-04")]
    public async Task A_missing_member_is_refused_by_name(string requirement, string member)
    {
        var call = Complete();

        (await _host.Call(call.With(member, null))).Should().Match<Answer>(answer => answer.Status == 400, requirement);
        var answer = await _host.Call(call.Without(member));

        answer.Status.Should().Be(400, requirement);
        answer.Json["resourceType"]!.ToString().Should().Be("OperationOutcome");
        answer.Json["issue"]![0]!["severity"]!.ToString().Should().Be("error");
        answer.Json["issue"]![0]!["code"]!.ToString().Should().Be("required");
        answer.Reason.Should().Contain($"{member}: found nothing; accepted: ");
    }

    /// <summary>Member, the JSON put there, what the refusal says.</summary>
    public static TheoryData<string, string, string> WrongMembers => new()
    {
        { "hook", "1", "hook: found a number; accepted: a string" },
        { "hook", "\"order-sign\"", "hook: found another hook; accepted: patient-view" },
        { "hookInstance", "{}", "hookInstance: found an object; accepted: a string" },
        { "hookInstance", "\" \"", "hookInstance: found nothing; accepted: a string that is not empty" },
        { "context", "\"pat-778\"", "context: found something else; accepted: an object" },
        { "context", "[]", "context: found something else; accepted: an object" },
        { "context.patientId", "[\"pat-778\"]", "context.patientId: found an array; accepted: a string" },
        { "context.patientId", "\"../admin\"", "context.patientId: found another text; accepted: a FHIR id" },
        { "context.patientId", "\"..\"", "context.patientId: found another text; accepted: a FHIR id" },
        { "context.patientId", "\"a?b=c\"", "context.patientId: found another text; accepted: a FHIR id" },
        { "context.encounterId", "true", "context.encounterId: found true or false; accepted: a string" },
        { "prefetch", "[]", "prefetch: found something else; accepted: an object" },
        { "fhirServer", "\"ehr\"", "fhirServer: found another text; accepted: an absolute http or https address" },
        { "fhirServer", "\"file:///etc\"", "fhirServer: found another text; accepted: an absolute http or https address" },
        { "fhirAuthorization", "\"token\"", "fhirAuthorization: found something else; accepted: an object" },
        { "fhirAuthorization.token_type", "\"Basic\"", "fhirAuthorization.token_type: found another text; accepted: Bearer" },
        { "fhirAuthorization.expires_in", "\"300\"", "fhirAuthorization.expires_in: found a string; accepted: a whole number" },
        { "fhirAuthorization.expires_in", "3.5", "fhirAuthorization.expires_in: found a number; accepted: a whole number" },
        { "fhirAuthorization.access_token", "\"a\\r\\nHost: b\"", "fhirAuthorization.access_token: found characters that no token holds" },
    };

    [Theory]
    [MemberData(nameof(WrongMembers))]
    [Trait("Requirement", "H-02")]
    public async Task A_member_of_the_wrong_kind_is_refused_by_name(string member, string json, string reason)
    {
        var answer = await _host.Call(Complete().With(member, JsonNode.Parse(json)));

        answer.Status.Should().Be(400);
        answer.Reason.Should().Contain(reason);
    }

    /// <summary>Story; body; what the refusal says.</summary>
    public static TheoryData<string, string, string> NoCalls => new()
    {
        { "broken off", "{\"hook\":", "cannot be read from line 1" },
        { "empty", "", "cannot be read from line 1" },
        { "a comment", "{ // call\n }", "cannot be read from line 1" },
        { "a trailing comma", "{\"hook\":\"patient-view\",}", "cannot be read from line 1" },
        { "two objects", "{} {}", "cannot be read from line 1" },
        { "null", "null", "(body): found null; accepted: an object" },
        { "a list", "[]", "(body): found something else; accepted: an object" },
        { "1,000 nested arrays", "{\"zzz\":" + new string('[', 1000), "nested deeper than 64 levels" },
        { "1,000 nested arrays in the prefetch", "{\"prefetch\":{\"patient\":" + new string('[', 1000), "nested deeper than 64 levels" },
    };

    [Theory]
    [MemberData(nameof(NoCalls))]
    [Trait("Requirement", "G-01")]
    [Trait("Requirement", "G-07")]
    [Trait("Requirement", "G-08")]
    public async Task A_body_that_is_no_call_is_refused(string story, string body, string reason)
    {
        var answer = await _host.Post(body);

        answer.Status.Should().Be(400, story);
        answer.Reason.Should().Contain(reason, story);
    }

    [Theory]
    [Trait("Requirement", "G-08")]
    [InlineData("XML", "text/xml", 415)]
    [InlineData("plain text", "text/plain", 415)]
    [InlineData("another charset", "application/json; charset=utf-16", 415)]
    [InlineData("no media type", null, 415)]
    [InlineData("FHIR JSON", "application/fhir+json", 200)]
    [InlineData("a charset", "application/json; charset=\"UTF-8\"", 200)]
    public async Task Only_JSON_in_UTF_8_is_read(string story, string? contentType, int status)
    {
        var answer = await _host.Post(Encoding.UTF8.GetBytes(HookCall.NoTumour(_host).Body.ToJsonString()), contentType);

        answer.Status.Should().Be(status, story);
        if (status == 415)
            answer.Reason.Should().Contain("accepted: application/json");
    }

    [Theory]
    [InlineData("gzip", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("identity", HttpStatusCode.OK)]
    public async Task A_compressed_body_is_refused_by_its_header(string coding, HttpStatusCode expected)
    {
        using var content = new StringContent(HookCall.NoTumour(_host).Body.ToJsonString(), Encoding.UTF8, "application/json");
        content.Headers.ContentEncoding.Add(coding);

        using var answer = await _host.CreateClient().PostAsync(new Uri(ServiceHost.PatientView, UriKind.Relative), content);

        answer.StatusCode.Should().Be(expected);
        (await answer.Content.ReadAsStringAsync()).Contains("Content-Encoding", StringComparison.Ordinal).Should().Be(expected != HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_fault()
    {
        var answer = await _host.Post("\uFEFF" + HookCall.NoTumour(_host).Body.ToJsonString());

        answer.Status.Should().Be(200, answer.Text);
    }

    [Fact]
    [Trait("Requirement", "X-09")]
    [Trait("Requirement", "G-07")]
    public async Task A_body_over_the_limit_is_refused_whether_or_not_its_size_is_announced()
    {
        await using var host = new ServiceHost().With("NetCdsHooks:MaxBodyBytes", "2048");
        var large = Encoding.UTF8.GetBytes($"{{\"zzz\":\"{new string('x', 3000)}\"}}");
        using var client = host.CreateClient();
        var chunked = new StreamContent(new Unmeasured(large));
        chunked.Headers.ContentType = new("application/json");

        var announced = await host.Post(large);
        var unannounced = await Answer.Of(await client.PostAsync(ServiceHost.PatientView, chunked));

        foreach (var answer in new[] { announced, unannounced })
        {
            answer.Status.Should().Be(413);
            answer.Reason.Should().Contain("larger than 2048 bytes");
        }
    }

    [Fact]
    [Trait("Requirement", "Q-01")]
    public async Task An_unknown_service_is_not_found()
    {
        var answer = await _host.Post("{}", path: "/cds-services/other");

        answer.Status.Should().Be(404);
        answer.Reason.Should().Contain("Services here: net-patient-view");
    }

    [Fact]
    public async Task An_address_with_an_empty_part_is_not_found_and_says_so()
    {
        var answer = await _host.Post("{}", path: "http://localhost/cds-services//net-patient-view");

        answer.Status.Should().Be(404);
        answer.Reason.Should().Contain("an empty part ('//')");
    }

    [Theory]
    [Trait("Requirement", "Q-01")]
    [Trait("Requirement", "D-18")]
    [InlineData("GET", ServiceHost.PatientView, "POST")]
    [InlineData("DELETE", ServiceHost.PatientView, "POST")]
    [InlineData("DELETE", "/cds-services", "GET")]
    public async Task A_wrong_verb_names_the_right_one(string verb, string path, string allowed)
    {
        var answer = await _host.Send(new HttpRequestMessage(new HttpMethod(verb), path));

        answer.Status.Should().Be(405);
        answer.Http.Content.Headers.Allow.Should().Contain(allowed);
        answer.Reason.Should().Contain(verb);
    }

    private HookCall Complete() => HookCall.NoTumour(_host).WithFhir(new("https://ehr.example/fhir"));

    private sealed class Unmeasured(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
