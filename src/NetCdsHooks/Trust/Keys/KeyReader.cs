using System.Buffers.Text;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace NetCdsHooks.Trust.Keys;

/// <summary>Reads one JSON Web Key (RFC 7517): public keys for signatures that are strong enough, and no others.</summary>
internal static class KeyReader
{
    private const int LongestId = 256;
    private const int SmallestModulus = 256;
    private const int LargestModulus = 1024;

    private static readonly string[] OfRsa = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"];

    /// <summary>By <c>crv</c>.</summary>
    private static readonly FrozenDictionary<string, (ECCurve Curve, int Size, string Algorithm)> Curves =
        new Dictionary<string, (ECCurve, int, string)>
        {
            ["P-256"] = (ECCurve.NamedCurves.nistP256, 32, "ES256"),
            ["P-384"] = (ECCurve.NamedCurves.nistP384, 48, "ES384"),
            ["P-521"] = (ECCurve.NamedCurves.nistP521, 66, "ES512"),
        }.ToFrozenDictionary();

    /// <summary>Every algorithm that a client can be allowed: asymmetric ones only (J-04, J-05).</summary>
    internal static FrozenSet<string> Algorithms { get; } = OfRsa.Concat(Curves.Values.Select(curve => curve.Algorithm)).ToFrozenSet();

    /// <exception cref="FormatException">What is wrong with the key, without anything of it.</exception>
    internal static ClientKey Read(JsonElement jwk)
    {
        if (jwk.ValueKind != JsonValueKind.Object)
            throw new FormatException("a key is an object");
        var id = Text(jwk, "kid");
        if (id is not { Length: > 0 and <= LongestId })
            throw new FormatException($"\"kid\" must be a text of 1 to {LongestId} signs");
        if (jwk.TryGetProperty("d", out _))
            throw new FormatException("it holds a private key, which only its owner may have");
        if (Text(jwk, "use") is { } use and not "sig")
            throw new FormatException($"\"use\" must be sig, not {use}");
        var (key, algorithms) = Text(jwk, "kty") switch
        {
            "EC" => ReadEc(jwk),
            "RSA" => ReadRsa(jwk),
            _ => throw new FormatException("\"kty\" must be EC or RSA"),
        };
        if (Text(jwk, "alg") is { } algorithm)
            algorithms = algorithms.Contains(algorithm) ? [algorithm] : throw new FormatException("\"alg\" does not fit the key");
        key.KeyId = id;
        key.CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false };
        return new(id, algorithms.ToFrozenSet(), key);
    }

    private static (SecurityKey Key, string[] Algorithms) ReadEc(JsonElement jwk)
    {
        if (!Curves.TryGetValue(Text(jwk, "crv") ?? "", out var curve))
            throw new FormatException($"\"crv\" must be one of {string.Join(", ", Curves.Keys.Order(StringComparer.Ordinal))}");
        var point = new ECPoint { X = Bytes(jwk, "x", curve.Size), Y = Bytes(jwk, "y", curve.Size) };
        try
        {
            return (new ECDsaSecurityKey(ECDsa.Create(new ECParameters { Curve = curve.Curve, Q = point })), [curve.Algorithm]);
        }
        catch (CryptographicException)
        {
            throw new FormatException("\"x\" and \"y\" are no point of the curve");
        }
    }

    private static (SecurityKey Key, string[] Algorithms) ReadRsa(JsonElement jwk)
    {
        var modulus = Bytes(jwk, "n", null);
        if (modulus.Length is < SmallestModulus or > LargestModulus)
            throw new FormatException($"the modulus must have {SmallestModulus * 8} to {LargestModulus * 8} bits");
        var exponent = Bytes(jwk, "e", null);
        if (exponent.Length is 0 or > 4 || exponent[^1] % 2 == 0 || exponent is [1])
            throw new FormatException("\"e\" must be an odd number above 1 of at most 4 bytes");
        return (new RsaSecurityKey(new RSAParameters { Modulus = modulus, Exponent = exponent }), OfRsa);
    }

    private static byte[] Bytes(JsonElement jwk, string name, int? size)
    {
        var text = Text(jwk, name) ?? throw new FormatException($"\"{name}\" is missing");
        var bytes = Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : throw new FormatException($"\"{name}\" is not base64url");
        return size is null || bytes.Length == size ? bytes : throw new FormatException($"\"{name}\" must have {size} bytes");
    }

    private static string? Text(JsonElement jwk, string name) =>
        jwk.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
