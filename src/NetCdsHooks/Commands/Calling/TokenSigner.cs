using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace NetCdsHooks.Commands.Calling;

/// <summary>Makes the token of a call as a client does (CDS Hooks 2.12): ES384 or RS384, good for five minutes.</summary>
internal sealed class TokenSigner : IDisposable
{
    private const int LifeSeconds = 300;
    private const int SmallestRsa = 2048;

    private readonly AsymmetricAlgorithm _key;
    private readonly TokenOptions _options;

    private TokenSigner(AsymmetricAlgorithm key, TokenOptions options) => (_key, _options) = (key, options);

    private string Algorithm => _key is ECDsa ? "ES384" : "RS384";

    /// <exception cref="CommandException">The file holds no key that can sign.</exception>
    internal static TokenSigner Open(TokenOptions options)
    {
        var text = InputFile.Text(options.KeyFile);
        try
        {
            var key = text.TrimStart().StartsWith('{') ? OfJwk(JsonNode.Parse(text)!.AsObject()) : OfPem(text);
            return new(key, options);
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException or System.Text.Json.JsonException or InvalidOperationException or FormatException)
        {
            // The reason may quote the file, which is secret.
            throw new CommandException($"{options.KeyFile}: found no private key; accepted: PEM or JWK, EC on P-384 or RSA of at least {SmallestRsa} bits");
        }
    }

    internal string Sign(Uri address, DateTimeOffset now)
    {
        var header = new JsonObject { ["alg"] = Algorithm, ["typ"] = "JWT", ["kid"] = _options.KeyId };
        if (_options.Jku is not null)
            header["jku"] = _options.Jku;
        var payload = new JsonObject
        {
            ["iss"] = _options.Issuer,
            ["aud"] = _options.Audience ?? address.AbsoluteUri,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.ToUnixTimeSeconds() + LifeSeconds,
            ["jti"] = Guid.NewGuid().ToString(),
        };
        if (_options.Tenant is not null)
            payload["tenant"] = _options.Tenant;
        var text = $"{Encode(header)}.{Encode(payload)}";
        return $"{text}.{Base64Url.EncodeToString(Sign(Encoding.ASCII.GetBytes(text)))}";
    }

    public void Dispose() => _key.Dispose();

    private byte[] Sign(byte[] text) => _key switch
    {
        ECDsa curve => curve.SignData(text, HashAlgorithmName.SHA384),
        RSA rsa => rsa.SignData(text, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        _ => throw new InvalidOperationException("Unexpected kind of key."),
    };

    private static AsymmetricAlgorithm OfPem(string text)
    {
        var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(text);
            return Checked(rsa);
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            rsa.Dispose();
            var curve = ECDsa.Create();
            curve.ImportFromPem(text);
            return Checked(curve);
        }
    }

    private static AsymmetricAlgorithm OfJwk(JsonObject key) => (string?)key["kty"] == "EC"
        ? Checked(ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP384, Q = new() { X = Part(key, "x"), Y = Part(key, "y") }, D = Part(key, "d") }))
        : Checked(RSA.Create(new RSAParameters
        {
            Modulus = Part(key, "n"),
            Exponent = Part(key, "e"),
            D = Part(key, "d"),
            P = Part(key, "p"),
            Q = Part(key, "q"),
            DP = Part(key, "dp"),
            DQ = Part(key, "dq"),
            InverseQ = Part(key, "qi"),
        }));

    private static ECDsa Checked(ECDsa key)
    {
        _ = key.ExportParameters(includePrivateParameters: true);
        return key.KeySize == 384 ? key : throw new ArgumentException("not P-384");
    }

    private static RSA Checked(RSA key)
    {
        _ = key.ExportParameters(includePrivateParameters: true);
        return key.KeySize >= SmallestRsa ? key : throw new ArgumentException("too short");
    }

    private static byte[] Part(JsonObject key, string name) => Base64Url.DecodeFromChars((string?)key[name] ?? throw new FormatException(name));

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
