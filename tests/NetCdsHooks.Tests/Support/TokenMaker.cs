using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace NetCdsHooks.Tests.Support;

/// <summary>Makes tokens as a client would, or as an attacker would, with nothing of the libraries that the service checks them with.</summary>
internal sealed class TokenMaker(TimeProvider clock)
{
    internal const string Issuer = "https://ehr.example.org";
    internal const string KeySetUrl = "https://ehr.example.org/keys/jwks.json";
    internal const string PublicUrl = "https://cds.example.org";

    internal const string EcKeyId = "ec-1";
    internal const string RsaKeyId = "rsa-1";

    internal static readonly ECDsa Ec = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    internal static readonly ECDsa Small = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    internal static readonly ECDsa Stranger = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    internal static readonly RSA Rsa = RSA.Create(2048);

    internal long Now => clock.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>A good token for a call of patient-view, changed as wished before it is signed.</summary>
    internal string Make(Action<JsonObject>? header = null, Action<JsonObject>? payload = null, Func<byte[], byte[]>? sign = null)
    {
        var head = Header();
        var body = Payload();
        header?.Invoke(head);
        payload?.Invoke(body);
        return Sign(head.ToJsonString(), body.ToJsonString(), sign);
    }

    internal static JsonObject Header() => new() { ["alg"] = "ES384", ["typ"] = "JWT", ["kid"] = EcKeyId };

    internal JsonObject Payload() => new()
    {
        ["iss"] = Issuer,
        ["aud"] = PublicUrl + ServiceHost.PatientView,
        ["exp"] = Now + 300,
        ["iat"] = Now,
        ["jti"] = Guid.NewGuid().ToString(),
    };

    internal static string Sign(string header, string payload, Func<byte[], byte[]>? sign = null) =>
        Sign(Encoding.UTF8.GetBytes(header), Encoding.UTF8.GetBytes(payload), sign);

    internal static string Sign(byte[] header, byte[] payload, Func<byte[], byte[]>? sign = null)
    {
        var text = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(payload)}";
        return $"{text}.{Base64Url.EncodeToString((sign ?? Es384)(Encoding.ASCII.GetBytes(text)))}";
    }

    internal static byte[] Es384(byte[] data) => Ec.SignData(data, HashAlgorithmName.SHA384);

    internal static byte[] Rs384(byte[] data) => Rsa.SignData(data, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1);

    internal static byte[] Rs256(byte[] data) => Rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    internal static JsonObject Jwk(ECDsa key, string id)
    {
        var point = key.ExportParameters(false).Q;
        return new()
        {
            ["kty"] = "EC",
            ["crv"] = point.X!.Length == 32 ? "P-256" : "P-384",
            ["kid"] = id,
            ["use"] = "sig",
            ["x"] = Base64Url.EncodeToString(point.X),
            ["y"] = Base64Url.EncodeToString(point.Y),
        };
    }

    internal static JsonObject Jwk(RSA key, string id)
    {
        var parameters = key.ExportParameters(false);
        return new()
        {
            ["kty"] = "RSA",
            ["kid"] = id,
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
        };
    }

    internal static JsonObject KeySet(params JsonObject[] keys) => new() { ["keys"] = new JsonArray([.. keys]) };
}
