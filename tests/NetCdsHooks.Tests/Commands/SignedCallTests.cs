using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using NetCdsHooks.Commands;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Commands;

/// <summary>The tokens of the test client, judged by the service as in production.</summary>
public sealed class SignedCallTests(SignedCallTests.Listening listening) : IClassFixture<SignedCallTests.Listening>
{
    private static readonly RSA StrangeRsa = RSA.Create(2048);

    private readonly TrustedService _service = listening.Service;
    private readonly string _folder = Directory.CreateTempSubdirectory("signed-").FullName;

    /// <summary>Form of the key; its text; its kid.</summary>
    public static TheoryData<string, string, string> Keys => new()
    {
        { "ES384, PKCS #8", TokenMaker.Ec.ExportPkcs8PrivateKeyPem(), TokenMaker.EcKeyId },
        { "ES384, SEC 1", TokenMaker.Ec.ExportECPrivateKeyPem(), TokenMaker.EcKeyId },
        { "ES384, JWK", Private(TokenMaker.Ec).ToJsonString(), TokenMaker.EcKeyId },
        { "RS384, PKCS #8", TokenMaker.Rsa.ExportPkcs8PrivateKeyPem(), TokenMaker.RsaKeyId },
        { "RS384, PKCS #1", TokenMaker.Rsa.ExportRSAPrivateKeyPem(), TokenMaker.RsaKeyId },
        { "RS384, JWK", Private(TokenMaker.Rsa).ToJsonString(), TokenMaker.RsaKeyId },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    [Trait("Requirement", "J-06")]
    [Trait("Requirement", "J-10")]
    public async Task A_call_that_it_signs_is_let_in_with_jku_and_without(string form, string key, string keyId)
    {
        foreach (var jku in new string[][] { [], ["--jku", TokenMaker.KeySetUrl] })
        {
            var (code, output, error) = await Call(key, keyId, jku);

            code.Should().Be(0, $"{form} {string.Join(' ', jku)} {output}{error}{_service.Host.Log}");
            output.Should().Contain("An active tumour is on the list").And.NotContain("eyJ");
            error.Should().NotContain("eyJ");
        }
    }

    /// <summary>Story; key; kid; further options.</summary>
    public static TheoryData<string, string, string, string[]> Wrong => new()
    {
        { "a stranger's EC key", TokenMaker.Stranger.ExportPkcs8PrivateKeyPem(), TokenMaker.EcKeyId, [] },
        { "a stranger's RSA key", StrangeRsa.ExportPkcs8PrivateKeyPem(), TokenMaker.RsaKeyId, [] },
        { "the kid of another kind of key", TokenMaker.Rsa.ExportPkcs8PrivateKeyPem(), TokenMaker.EcKeyId, [] },
        { "an unknown kid", TokenMaker.Ec.ExportPkcs8PrivateKeyPem(), "ec-9", [] },
        { "the jku of somebody else", TokenMaker.Ec.ExportPkcs8PrivateKeyPem(), TokenMaker.EcKeyId, ["--jku", "https://other.example.net:8443/jwks.json"] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    [Trait("Requirement", "J-03")]
    public async Task A_wrong_key_is_told_as_a_refusal(string story, string key, string keyId, string[] more)
    {
        var (code, output, error) = await Call(key, keyId, more);

        code.Should().Be(1, $"{story}: {error}");
        output.Should().StartWith("Status 401 (the token is missing or not accepted): The call did not come with a token that is trusted here.", story);
    }

    [Fact]
    public async Task A_call_without_a_token_is_told_as_a_refusal()
    {
        var (code, output, _) = await Run([]);

        code.Should().Be(1);
        output.Should().StartWith("Status 401");
    }

    private static JsonObject Private(ECDsa key)
    {
        var jwk = TokenMaker.Jwk(key, "any");
        jwk["d"] = Base64Url.EncodeToString(key.ExportParameters(true).D);
        return jwk;
    }

    private static JsonObject Private(RSA key)
    {
        var jwk = TokenMaker.Jwk(key, "any");
        var parts = key.ExportParameters(true);
        foreach (var (name, part) in new[] { ("d", parts.D), ("p", parts.P), ("q", parts.Q), ("dp", parts.DP), ("dq", parts.DQ), ("qi", parts.InverseQ) })
            jwk[name] = Base64Url.EncodeToString(part);
        return jwk;
    }

    private Task<(int Code, string Output, string Error)> Call(string key, string keyId, string[] more) => Run(
        ["--key", Write("key", key), "--issuer", TokenMaker.Issuer, "--kid", keyId, "--audience", TokenMaker.PublicUrl + ServiceHost.PatientView, .. more]);

    private async Task<(int Code, string Output, string Error)> Run(string[] options)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var call = Write("call.json", HookCall.ActiveTumour(_service.Host).Body.ToJsonString());
        var code = await CommandLine.RunAsync(
            ["call", $"{_service.Host.Address}/cds-services", "--service", "net-patient-view", "--request", call, "--timeout", "120", .. options], _ => Task.FromResult(0), output, error);
        return (code, output.ToString(), error.ToString());
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>One service for all of them, on a free port.</summary>
    public sealed class Listening : IDisposable
    {
        public Listening()
        {
            Service = new(TimeProvider.System, null);
            Service.Host.UseKestrel(0);
            Service.Host.StartServer();
        }

        internal TrustedService Service { get; }

        public void Dispose() => Service.Dispose();
    }
}
