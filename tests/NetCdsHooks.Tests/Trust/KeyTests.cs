using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Support;
using static NetCdsHooks.Tests.Trust.AttackTable;

namespace NetCdsHooks.Tests.Trust;

/// <summary>Where keys come from, how often they are asked for, and what happens while they cannot be had.</summary>
public sealed class KeyTests : IDisposable
{
    private readonly StoppedClock _clock = new(DateTimeOffset.UtcNow);
    private readonly TrustedService _service;

    public KeyTests() => _service = new(_clock, null);

    public void Dispose() => _service.Dispose();

    [Fact]
    [Trait("Requirement", "J-17")]
    public async Task Keys_are_fetched_once_and_remembered()
    {
        for (var call = 0; call < 20; call++)
            await Expect(200);

        _service.World.Requests.Should().Equal(new Uri(TokenMaker.KeySetUrl));
    }

    /// <summary>Story; Cache-Control; seconds later; how often they have been fetched then.</summary>
    [Theory]
    [Trait("Requirement", "J-17")]
    [InlineData("without a word an hour", null, 3500, 1)]
    [InlineData("without a word an hour, and not longer", null, 3700, 2)]
    [InlineData("as the header says", "max-age=600", 500, 1)]
    [InlineData("as the header says, and not longer", "max-age=600", 700, 2)]
    [InlineData("five minutes at the least", "max-age=1", 200, 1)]
    [InlineData("five minutes if they are not to be kept", "no-store", 200, 1)]
    [InlineData("not much longer if they are not to be kept", "no-store", 400, 2)]
    [InlineData("a day at the most", "max-age=31536000", 86_000, 1)]
    [InlineData("a day at the most, and not longer", "max-age=31536000", 87_000, 2)]
    public async Task Keys_are_kept_as_their_source_asks_within_bounds(string story, string? cacheControl, int seconds, int fetches)
    {
        _service.World.CacheControl = cacheControl;
        await Expect(200);

        _clock.TurnOn(TimeSpan.FromSeconds(seconds));
        await Expect(200);

        await Until(() => _service.World.Requests.Count >= fetches);
        _service.World.Requests.Should().HaveCount(fetches, story);
    }

    [Fact]
    [Trait("Requirement", "J-17")]
    public async Task After_a_change_of_keys_the_next_call_is_good_after_one_fetch()
    {
        await Expect(200);
        _service.World.Forget();
        _service.World.Keys = TokenMaker.KeySet(TokenMaker.Jwk(TokenMaker.Stranger, "new"));

        (await _service.Call(_service.Tokens.Make(With("kid", "new"), sign: ByNewKey))).Status.Should().Be(200);

        _service.World.Requests.Should().ContainSingle();
        await Expect(401);
    }

    [Fact]
    [Trait("Requirement", "J-17")]
    public async Task A_thousand_unknown_keys_cause_one_search_a_minute()
    {
        await Expect(200);
        _service.World.Forget();

        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(number => _service.Call(_service.Tokens.Make(With("kid", $"k{number}")))));

        answers.Should().OnlyContain(answer => answer.Status == 401);
        _service.World.Requests.Should().ContainSingle();
        _clock.TurnOn(TimeSpan.FromSeconds(61));
        await _service.Call(_service.Tokens.Make(With("kid", "k")));
        _service.World.Requests.Should().HaveCount(2);
    }

    [Fact]
    [Trait("Requirement", "J-17")]
    public async Task Keys_that_change_in_the_middle_of_2000_calls_lose_none()
    {
        const int calls = 2000;
        var changed = calls / 2;
        var made = 0;
        using var client = _service.Host.CreateClient();

        var statuses = new List<HttpStatusCode>[8];
        await Task.WhenAll(Enumerable.Range(0, statuses.Length).Select(async worker =>
        {
            var mine = statuses[worker] = [];
            for (var number = Interlocked.Increment(ref made); number <= calls; number = Interlocked.Increment(ref made))
            {
                if (number == changed)
                    _service.World.Keys = TokenMaker.KeySet(TokenMaker.Jwk(TokenMaker.Stranger, "new"), TokenMaker.Jwk(TokenMaker.Ec, TokenMaker.EcKeyId));
                var token = number <= changed ? _service.Tokens.Make() : _service.Tokens.Make(With("kid", "new"), sign: ByNewKey);
                using var response = await client.SendAsync(_service.Request($"Bearer {token}"));
                mine.Add(response.StatusCode);
            }
        }));

        statuses.SelectMany(mine => mine).Should().HaveCount(calls).And.OnlyContain(status => status == HttpStatusCode.OK);
        _service.World.Requests.Should().HaveCount(2, "once at the start and once for the new kid");
    }

    [Fact]
    [Trait("Requirement", "J-18")]
    public async Task While_the_source_is_down_known_keys_are_good_and_others_wait()
    {
        await Expect(200);
        _service.World.Keys = null;
        _clock.TurnOn(TimeSpan.FromHours(20));

        await Expect(200);
        (await _service.Call(_service.Tokens.Make(With("kid", "new"), sign: ByNewKey))).Status.Should().Be(503);

        _clock.TurnOn(TimeSpan.FromHours(6));
        await Expect(503);
        _service.World.Keys = TokenMaker.KeySet(TokenMaker.Jwk(TokenMaker.Ec, TokenMaker.EcKeyId));
        _clock.TurnOn(TimeSpan.FromMinutes(2));
        await Expect(200);
    }

    public static TheoryData<string> BadSources => [.. Sources.Keys];

    private static IReadOnlyDictionary<string, Func<HttpResponseMessage>> Sources { get; } = new Dictionary<string, Func<HttpResponseMessage>>
    {
        ["a redirect to another host"] = () => new(HttpStatusCode.Found) { Headers = { Location = new("https://evil.example/jwks.json") } },
        ["a redirect to itself"] = () => new(HttpStatusCode.TemporaryRedirect) { Headers = { Location = new(TokenMaker.KeySetUrl) } },
        ["an error"] = () => new(HttpStatusCode.InternalServerError),
        ["no content"] = () => new(HttpStatusCode.NoContent),
        ["a page"] = () => Text("<!doctype html>"),
        ["a list"] = () => Text("[]"),
        ["keys that are no list"] = () => Text("""{"keys":{}}"""),
        ["keys twice"] = () => Text("""{"keys":[],"keys":[]}"""),
        ["too much"] = () => Text("{\"keys\":[],\"x\":\"" + new string('x', 70_000) + "\"}"),
        ["too many keys"] = () => Text("{\"keys\":[" + string.Join(',', Enumerable.Repeat("{}", 101)) + "]}"),
        ["too deep"] = () => Text("{\"keys\":" + new string('[', 500) + new string(']', 500) + "}"),
    };

    [Theory]
    [MemberData(nameof(BadSources))]
    [Trait("Requirement", "J-17")]
    [Trait("Requirement", "J-18")]
    public async Task A_source_that_gives_no_keys_lets_nobody_in(string story)
    {
        _service.World.Instead = Sources[story];

        await Expect(503);

        _service.World.Requests.Should().Equal([new Uri(TokenMaker.KeySetUrl)], story);
    }

    [Fact]
    [Trait("Requirement", "J-17")]
    public async Task A_source_that_hangs_is_given_up()
    {
        _service.World.Wait = cancellation => Task.Delay(Timeout.Infinite, cancellation);

        await Expect(503);
    }

    public static TheoryData<string> UnusableKeys => [.. Unusable.Keys];

    private static IReadOnlyDictionary<string, JsonObject[]> Unusable { get; } = new Dictionary<string, JsonObject[]>
    {
        ["the same kid twice"] = [TokenMaker.Jwk(TokenMaker.Ec, TokenMaker.EcKeyId), TokenMaker.Jwk(TokenMaker.Stranger, TokenMaker.EcKeyId)],
        ["a key for encryption"] = [Changed("use", "enc")],
        ["a key for another algorithm"] = [Changed("alg", "ES256")],
        ["a key of another kind"] = [Changed("kty", "OKP")],
        ["another curve"] = [Changed("crv", "secp256k1")],
        ["a point beside the curve"] = [Changed("x", new string('A', 64))],
        ["half a point"] = [Changed("y", null)],
        ["a shared secret"] = [new() { ["kty"] = "oct", ["kid"] = TokenMaker.EcKeyId, ["k"] = "AAAA" }],
        ["no kid"] = [Changed("kid", null)],
        ["a key that is no secret any more"] = [Changed("d", "AAAA")],
    };

    [Theory]
    [MemberData(nameof(UnusableKeys))]
    [Trait("Requirement", "J-03")]
    [Trait("Requirement", "J-06")]
    [Trait("Requirement", "J-07")]
    public async Task A_key_that_does_not_fit_is_no_key(string story)
    {
        _service.World.Keys = TokenMaker.KeySet([.. Unusable[story].Select(key => key.DeepClone().AsObject())]);

        (await _service.Call(_service.Tokens.Make())).Status.Should().Be(401, story);
    }

    [Theory]
    [Trait("Requirement", "J-06")]
    [InlineData(null, 200)]
    [InlineData("RS384", 200)]
    [InlineData("RS512", 401)]
    public async Task A_key_may_be_kept_for_one_algorithm(string? algorithm, int status)
    {
        var key = TokenMaker.Jwk(TokenMaker.Rsa, "k");
        if (algorithm is not null)
            key["alg"] = algorithm;
        _service.World.Keys = TokenMaker.KeySet(key);

        var token = _service.Tokens.Make(header => (header["alg"], header["kid"]) = ("RS384", "k"), sign: TokenMaker.Rs384);

        (await _service.Call(token)).Status.Should().Be(status);
    }

    private static JsonObject Changed(string member, string? value)
    {
        var key = TokenMaker.Jwk(TokenMaker.Ec, TokenMaker.EcKeyId);
        key[member] = value;
        return key;
    }

    private static byte[] ByNewKey(byte[] data) => TokenMaker.Stranger.SignData(data, HashAlgorithmName.SHA384);

    private static HttpResponseMessage Text(string text) => new(HttpStatusCode.OK) { Content = new StringContent(text) };

    private async Task Expect(int status) => (await _service.Call(_service.Tokens.Make())).Status.Should().Be(status);

    private static async Task Until(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!holds())
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
    }
}
