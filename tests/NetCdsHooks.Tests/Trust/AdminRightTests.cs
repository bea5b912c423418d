using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Trust;

/// <summary>Who may read the reports of a service that only registered clients may call.</summary>
public sealed class AdminRightTests : IDisposable
{
    private const string Path = "/admin/unmapped";

    private readonly TrustedService _service = new(new TurnedClock(), WithRight());

    public void Dispose() => _service.Dispose();

    /// <summary>Story; issuer, null for no token; audience after the address of the service; status.</summary>
    public static TheoryData<string, string?, string, int> Callers => new()
    {
        { "a client with the right", TokenMaker.Issuer, Path, 200 },
        { "a client without", "https://plain.example.org", Path, 403 },
        { "a client with the right and nothing else", "https://reader.example.org", Path, 200 },
        { "a stranger", "https://stranger.example.org", Path, 401 },
        { "no token", null, Path, 401 },
        { "a token for advice", TokenMaker.Issuer, ServiceHost.PatientView, 401 },
        { "a token for the folder above", TokenMaker.Issuer, "/admin", 401 },
        { "a token for everything", TokenMaker.Issuer, "", 401 },
    };

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task Reports_are_for_clients_with_that_right(string story, string? issuer, string audience, int status)
    {
        var answer = await Read(issuer is null ? null : Token(issuer, audience));

        answer.Status.Should().Be(status, story);
        answer.Http.Headers.CacheControl!.NoStore.Should().BeTrue(story);
        answer.Text.Contains("unmapped", StringComparison.Ordinal).Should().Be(status == 200, story);
    }

    [Fact]
    public async Task A_token_is_good_for_one_reading()
    {
        var token = Token(TokenMaker.Issuer, Path);

        (await Read(token)).Status.Should().Be(200);
        (await Read(token)).Status.Should().Be(401);
    }

    [Fact]
    public async Task A_token_for_reports_gets_no_advice() =>
        (await _service.Call(Token(TokenMaker.Issuer, Path))).Status.Should().Be(401);

    [Fact]
    public async Task Who_may_read_reports_only_gets_no_advice() =>
        (await _service.Call(Token("https://reader.example.org", ServiceHost.PatientView))).Status.Should().Be(403);

    [Fact]
    public async Task The_right_is_asked_for_whatever_the_address_is_written_like()
    {
        (await _service.Host.Get("/ADMIN/Unmapped")).Status.Should().Be(401);
        (await _service.Host.Get("/admin/unmapped/")).Status.Should().Be(401);
    }

    [Fact]
    public async Task In_Development_with_registered_clients_they_are_protected_too()
    {
        using var service = new TrustedService(new TurnedClock(), WithRight(), "Development");

        (await service.Host.Get(Path)).Status.Should().Be(401);
    }

    private static JsonObject WithRight()
    {
        var registry = TrustedService.Registry();
        var clients = registry["clients"]!.AsArray();
        clients[0]!["admin"] = true;
        clients.Add(Client("Plain", "https://plain.example.org"));
        var reader = Client("Reader", "https://reader.example.org");
        (reader["admin"], reader["services"]) = (true, new JsonArray());
        clients.Add(reader);
        return registry;
    }

    private static JsonObject Client(string name, string issuer) => new()
    {
        ["name"] = name,
        ["issuer"] = issuer,
        ["keys"] = TokenMaker.KeySet(TokenMaker.Jwk(TokenMaker.Ec, TokenMaker.EcKeyId)),
    };

    private string Token(string issuer, string audience) =>
        _service.Tokens.Make(payload: payload => (payload["iss"], payload["aud"]) = (issuer, TokenMaker.PublicUrl + audience));

    private Task<Answer> Read(string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Path);
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        return _service.Host.Send(request);
    }
}
