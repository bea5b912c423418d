using System.Text;
using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Support;
using static NetCdsHooks.Tests.Trust.AttackTable;

namespace NetCdsHooks.Tests.Trust;

/// <summary>Who is let in, to what, and how often.</summary>
public sealed class AdmissionTests(TrustedService service) : IClassFixture<TrustedService>
{
    private readonly TokenMaker _tokens = service.Tokens;

    /// <summary>Requirement; story.</summary>
    public static TheoryData<string, string> Good
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var row in GoodTokens)
                rows.Add(row.Requirement, row.Story);
            return rows;
        }
    }

    private static IReadOnlyList<Attack> GoodTokens { get; } =
    [
        new("J-03", "ES384", make => make.Make()),
        new("J-06", "RS384", make => make.Make(header => (header["alg"], header["kid"]) = ("RS384", TokenMaker.RsaKeyId), sign: TokenMaker.Rs384)),
        new("J-06", "RS256, which this client uses", make => Epic(make, "RS256", TokenMaker.Rs256)),
        new("J-06", "ES256, which this client uses", make => Epic(make, "ES256", data => TokenMaker.Small.SignData(data, System.Security.Cryptography.HashAlgorithmName.SHA256), "epic-2")),
        new("J-08", "typ in small letters", make => make.Make(With("typ", "jwt"))),
        new("J-09", "the jku that is registered", make => make.Make(With("jku", TokenMaker.KeySetUrl))),
        new("J-10", "keys exchanged out of band and no jku", make => Epic(make, "RS384", TokenMaker.Rs384)),
        new("J-09", "keys exchanged out of band and the jku that is registered", make => Epic(
            make, "RS384", TokenMaker.Rs384, header: With("jku", "https://epic.example.org/api/epic/2019/Security/Open/PublicKeys/1"))),
        new("J-11", "a list of audiences with the address called", make => make.Make(payload: payload => payload["aud"] = new JsonArray("https://a.example", (string?)payload["aud"]))),
        new("J-11", "the usual port written out", make => make.Make(payload: With("aud", $"https://cds.example.org:443{ServiceHost.PatientView}"))),
        new("J-11", "an audience that is registered for this client", make => Epic(make, "RS384", TokenMaker.Rs384, payload: With("aud", "typed by hand"))),
        new("J-12", "it expired 58 s ago", make => make.Make(payload: payload => (payload["iat"], payload["exp"]) = (make.Now - 300, make.Now - 58))),
        new("J-13", "an iat in 58 s", make => make.Make(payload: payload => payload["iat"] = make.Now + 58)),
        new("J-13", "a life of an hour", make => make.Make(payload: payload => payload["exp"] = make.Now + 3600)),
        new("J-15", "a tenant where none is asked for", make => make.Make(payload: With("tenant", "anything"))),
        new("J-16", "nbf as Epic writes it, sub, and claims of all kinds", make => Epic(make, "RS384", TokenMaker.Rs384, payload: payload =>
        {
            payload["nbf"] = make.Now - 300;
            payload["exp"] = make.Now + 900;
            payload["sub"] = "9d1f";
            payload["x"] = new JsonObject { ["y"] = new JsonArray(1, null, true) };
        })),
    ];

    [Theory]
    [MemberData(nameof(Good))]
    [Trait("Requirement", "J-03")]
    [Trait("Requirement", "J-06")]
    [Trait("Requirement", "J-08")]
    [Trait("Requirement", "J-10")]
    [Trait("Requirement", "J-11")]
    [Trait("Requirement", "J-12")]
    [Trait("Requirement", "J-13")]
    [Trait("Requirement", "J-16")]
    public async Task A_good_token_gets_advice(string requirement, string story)
    {
        var answer = await service.Call(GoodTokens.Single(row => row.Story == story).Authorization(_tokens)!);

        answer.Status.Should().Be(200, $"{requirement}: {story}: {service.Host.Log}");
        answer.CardIds.Should().Contain("tumour-active");
    }

    [Fact]
    [Trait("Requirement", "J-14")]
    public async Task A_token_is_good_for_one_call()
    {
        var token = _tokens.Make();

        (await service.Call(token)).Status.Should().Be(200);
        (await service.Call(token)).Status.Should().Be(401);
    }

    [Fact]
    [Trait("Requirement", "J-14")]
    public async Task Of_fifty_calls_with_one_token_at_one_instant_one_is_answered()
    {
        var token = _tokens.Make();
        using var client = service.Host.CreateClient();
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var calls = Enumerable.Range(0, 50).Select(_ => Task.Run(async () =>
        {
            var request = service.Request($"Bearer {token}");
            await start.Task;
            return (int)(await client.SendAsync(request)).StatusCode;
        })).ToArray();
        start.SetResult();

        (await Task.WhenAll(calls)).GroupBy(status => status).ToDictionary(same => same.Key, same => same.Count())
            .Should().BeEquivalentTo(new Dictionary<int, int> { [200] = 1, [401] = 49 });
    }

    [Fact]
    [Trait("Requirement", "J-14")]
    public async Task The_same_jti_of_another_issuer_is_another_token()
    {
        (await service.Call(_tokens.Make(payload: With("jti", "shared")))).Status.Should().Be(200);
        (await service.Call(Epic(_tokens, "RS384", TokenMaker.Rs384, payload: With("jti", "shared")))).Status.Should().Be(200);
    }

    [Fact]
    [Trait("Requirement", "J-14")]
    public async Task A_forged_token_does_not_use_up_the_jti_of_the_real_one()
    {
        var forged = _tokens.Make(payload: With("jti", "stolen"), sign: _ => new byte[96]);

        (await service.Call(forged)).Status.Should().Be(401);
        (await service.Call(_tokens.Make(payload: With("jti", "stolen")))).Status.Should().Be(200);
    }

    [Theory]
    [Trait("Requirement", "F-11")]
    [Trait("Requirement", "J-11")]
    [InlineData("the address of feedback", "/feedback", 200)]
    [InlineData("the address of the service", "", 200)]
    [InlineData("another address", "/other", 401)]
    [InlineData("no token", null, 401)]
    public async Task Feedback_is_taken_from_those_who_may_call(string story, string? audience, int status)
    {
        const string path = ServiceHost.PatientView + "/feedback";
        var request = service.Request(audience is null ? null : $"Bearer {_tokens.Make(payload: With("aud", TokenMaker.PublicUrl + ServiceHost.PatientView + audience))}", path);
        request.Content = new StringContent("""{"feedback":[]}""", Encoding.UTF8, "application/json");

        (await service.Host.Send(request)).Status.Should().Be(status, story);
    }

    [Fact]
    [Trait("Requirement", "J-22")]
    public async Task A_client_may_use_its_own_services_only()
    {
        const string other = "/cds-services/net-order-sign";

        var answer = await service.Call(Epic(_tokens, "RS384", TokenMaker.Rs384, payload: With("aud", TokenMaker.PublicUrl + other)), other);

        answer.Status.Should().Be(403);
        (await service.Call(_tokens.Make(payload: With("aud", TokenMaker.PublicUrl + other)), other)).Status.Should().Be(400, "the body is of another hook");
    }

    [Theory]
    [Trait("Requirement", "F-11")]
    [Trait("Requirement", "J-11")]
    [InlineData(null, 401)]
    [InlineData("https://cds.example.org/cds-services/net-patient-view/feedback", 200)]
    [InlineData("https://cds.example.org/cds-services/net-patient-view", 200)]
    [InlineData("https://cds.example.org/cds-services/net-order-sign/feedback", 401)]
    [InlineData("https://cds.example.org/feedback", 401)]
    public async Task Feedback_needs_a_token_as_well(string? audience, int status)
    {
        var request = service.Request(
            audience is null ? null : $"Bearer {_tokens.Make(payload: With("aud", audience))}", $"{ServiceHost.PatientView}/feedback");
        request.Content = new StringContent("""{"feedback":[]}""", System.Text.Encoding.UTF8, "application/json");

        (await service.Host.Send(request)).Status.Should().Be(status);
    }

    [Theory]
    [Trait("Requirement", "D-15")]
    [InlineData(null, 401)]
    [InlineData("https://cds.example.org/cds-services/net-patient-view", 401)]
    [InlineData("https://cds.example.org/cds-services", 200)]
    public async Task Discovery_can_be_protected(string? audience, int status)
    {
        using var guarded = new TrustedService();
        guarded.Host.With("NetCdsHooks:ProtectDiscovery", "true");
        var request = new HttpRequestMessage(HttpMethod.Get, "/cds-services");
        if (audience is not null)
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {guarded.Tokens.Make(payload: With("aud", audience))}");

        (await guarded.Host.Send(request)).Status.Should().Be(status);
    }

    [Fact]
    [Trait("Requirement", "D-15")]
    public async Task Discovery_and_health_are_open_otherwise()
    {
        (await service.Host.Get("/cds-services")).Status.Should().Be(200);
        (await service.Host.Get("/health")).Json["clients"]!["status"]!.ToString().Should().Be("Healthy");
        service.Host.Log.Should().NotContain("DataProtection", "nothing needs its keys");
    }

    [Fact]
    [Trait("Requirement", "X-03")]
    public async Task A_refusal_can_be_read_by_a_listed_browser_client()
    {
        using var guarded = new TrustedService();
        guarded.Host.With("NetCdsHooks:AllowedOrigins:0", "https://app.example.org");
        var request = guarded.Request(null);
        request.Headers.Add("Origin", "https://app.example.org");

        var answer = await guarded.Host.Send(request);

        answer.Status.Should().Be(401);
        answer.Http.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("https://app.example.org");
    }

    /// <summary>HL7's own example, at its own time.</summary>
    [Theory]
    [Trait("Requirement", "J-03")]
    [Trait("Requirement", "J-12")]
    [InlineData(1422568800, 404)]
    [InlineData(1422568921, 401)]
    [InlineData(1795650000, 401)]
    public async Task The_token_of_the_specification_is_good_at_its_own_time(long now, int status)
    {
        const string token =
            "eyJhbGciOiJFUzM4NCIsInR5cCI6IkpXVCIsImtpZCI6ImV4YW1wbGUta2lkIiwiamt1IjoiaHR0cHM6Ly9maGlyLWVoci5leGFtcGxlLmNvbS9qd2tfdXJpIn0." +
            "eyJpc3MiOiJodHRwczovL2ZoaXItZWhyLmV4YW1wbGUuY29tLyIsImF1ZCI6Imh0dHBzOi8vY2RzLmV4YW1wbGUub3JnL2Nkcy1zZXJ2aWNlcy9zb21lLXNlcnZpY2UiLCJleHAiOjE0MjI1Njg4NjAsImlhdCI6MTMxMTI4MDk3MCwianRpIjoiZWUyMmIwMjEtZTFiNy00NjExLWJhNWItOGVlYzZhMzNhYzFlIiwidGVuYW50IjoiMmRkZDZjM2EtOGU5YS00NGM2LWEzMDUtNTIxMTFhZDMwMmEyIn0." +
            "d1WfLjGRKlcWB94l9do4cM8REXeYJLL6SGUBO8VHZhfM8mwKYP70EMxJ67War4TQblEpaQrp11wx5p7oPFm2ETYgCicS84vXWEIYTdjooZdooCSDf2L8-i4awdoUwiEb";
        using var hl7 = new TrustedService(new StoppedClock(DateTimeOffset.FromUnixTimeSeconds(now)), new JsonObject
        {
            ["clients"] = new JsonArray(new JsonObject
            {
                ["name"] = "HL7's example",
                ["issuer"] = "https://fhir-ehr.example.com/",
                ["keySetUrl"] = "https://fhir-ehr.example.com/jwk_uri",
                ["tenants"] = new JsonArray("2ddd6c3a-8e9a-44c6-a305-52111ad302a2"),
                ["tokenLifeSeconds"] = 200_000_000,
            }),
        });
        hl7.World.Keys = TokenMaker.KeySet(new JsonObject
        {
            ["kty"] = "EC",
            ["crv"] = "P-384",
            ["kid"] = "example-kid",
            ["x"] = "46SDH7Znh821wblCBglA61sNE9ZrHYKKt3qRtRTmSXyOI_FIGBLWrWa0GPUkDCEk",
            ["y"] = "XMcRuuoGW7CXjQdy-F5i3FeBE0x9hPLdeFdSoDd3ELmx404tLX0VRRcqzAsPhXcI",
        });

        (await hl7.Call(token, "/cds-services/some-service")).Status.Should().Be(status, "there is no such service here, which only a trusted caller is told");
    }

    internal static string Epic(
        TokenMaker make, string algorithm, Func<byte[], byte[]> sign, string keyId = "epic-1",
        Action<JsonObject>? header = null, Action<JsonObject>? payload = null) => make.Make(
        head =>
        {
            (head["alg"], head["kid"]) = (algorithm, keyId);
            header?.Invoke(head);
        },
        body =>
        {
            (body["iss"], body["tenant"]) = ("https://epic.example.org/fhir", "north");
            payload?.Invoke(body);
        },
        sign);
}
