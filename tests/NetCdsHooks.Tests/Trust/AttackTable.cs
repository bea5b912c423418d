using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Trust;

/// <summary>Attacks on form, algorithm, header and signature.</summary>
internal static class AttackTable
{
    internal static IEnumerable<Attack> All => [.. Forms, .. Json, .. Algorithms, .. Headers, .. Signatures, .. ClaimAttacks.All];

    private static IEnumerable<Attack> Forms =>
    [
        new("J-01", "no Authorization header", _ => null),
        new("J-02", "an empty Authorization header", _ => ""),
        new("J-02", "the scheme without a token", _ => "Bearer "),
        new("J-02", "a good token under the scheme Basic", make => $"Basic {make.Make()}"),
        new("J-02", "a good token without a scheme", make => make.Make()),
        new("J-02", "two tokens in one header", make => $"Bearer {make.Make()}, Bearer {make.Make()}"),
        new("J-19", "one part", _ => "Bearer abc"),
        new("J-19", "two parts", make => Bearer(string.Join('.', make.Make().Split('.')[..2]))),
        new("J-19", "four parts", make => Bearer($"{make.Make()}.AAAA")),
        new("J-19", "five parts, as an encrypted token has", make => Bearer($"{make.Make()}.AAAA.AAAA")),
        new("J-19", "five empty parts", _ => "Bearer ...."),
        new("J-19", "a thousand dots", _ => $"Bearer {new string('.', 1000)}"),
        new("J-19", "a dot at its end", make => Bearer($"{make.Make()}.")),
        new("J-19", "an empty header", make => Bearer($".{make.Make().Split('.', 2)[1]}")),
        new("J-19", "an empty payload", make => Bearer($"{make.Make().Split('.')[0]}..{make.Make().Split('.')[2]}")),
        new("J-19", "one sign longer than is read", make => Bearer(Padded(make, Trusted.MaxLength + 1))),
        new("J-19", "24 KiB long", make => Bearer(Padded(make, 24 * 1024))),
        new("J-03", "padding behind the signature", make => Bearer($"{make.Make()}=")),
        new("J-03", "the signature in the other alphabet of base64", make => Bearer($"{Unsigned(make)}+/{make.Make().Split('.')[2][2..]}")),
        new("J-03", "a signature of a length that base64 cannot have", make => Bearer($"{make.Make()}A")),
        new("J-03", "another text for the same signature bytes", make => Bearer(NotCanonical(make.Make(Rsa("RS384"), sign: TokenMaker.Rs384)))),
        new("J-03", "a blank inside the token", make => Bearer(make.Make().Insert(40, " "))),
    ];

    private static IEnumerable<Attack> Json =>
    [
        new("J-19", "a header that is no JSON", make => Bearer(Sign("{", make.Payload().ToJsonString()))),
        new("J-19", "a header that is a text", make => Bearer(Sign("\"JWT\"", make.Payload().ToJsonString()))),
        new("J-19", "a payload that is a list", make => Bearer(Sign(Header, $"[{make.Payload().ToJsonString()}]"))),
        new("J-19", "a payload with a comma too many", make => Bearer(Sign(Header, make.Payload().ToJsonString()[..^1] + ",}"))),
        new("J-19", "a payload with a comment", make => Bearer(Sign(Header, make.Payload().ToJsonString()[..^1] + "/* */}"))),
        new("J-19", "a payload behind a byte order mark", make => Bearer(Sign(Header, "\uFEFF" + make.Payload().ToJsonString()))),
        new("J-19", "a payload that is not UTF-8", make => Bearer(TokenMaker.Sign(Encoding.UTF8.GetBytes(Header), [.. Encoding.UTF8.GetBytes(make.Payload().ToJsonString()[..^2]), 0xFF, .. "\"}"u8]))),
        new("J-19", "a payload that is nested a thousand levels deep", make => Bearer(Sign(Header, Also(make, $"\"x\":{new string('[', 1000)}{new string(']', 1000)}")))),
        new("J-19", "two issuers, the good one first", make => Bearer(Sign(Header, Also(make, "\"iss\":\"https://other.example.net\"")))),
        new("J-19", "two issuers, the good one last", make => Bearer(Sign(Header, Before(make, "\"iss\":\"https://other.example.net\"")))),
        new("J-19", "two audiences", make => Bearer(Sign(Header, Also(make, "\"aud\":\"https://cds.example.org\"")))),
        new("J-19", "two exp", make => Bearer(Sign(Header, Also(make, "\"exp\":9999999999")))),
        new("J-19", "two alg", make => Bearer(Sign(Header[..^1] + ",\"alg\":\"none\"}", make.Payload().ToJsonString()))),
        new("J-19", "a repeated name inside a claim that nobody reads", make => Bearer(Sign(Header, Also(make, "\"x\":{\"a\":1,\"a\":2}")))),
    ];

    private static IEnumerable<Attack> Algorithms =>
    [
        .. from none in (string[])["none", "None", "NONE", "nOnE"]
           select new Attack("J-04", $"alg {none} with a good signature", make => Bearer(make.Make(With("alg", none)))),
        .. from none in (string[])["none", "None", "NONE"]
           select new Attack("J-04", $"alg {none} and no signature", make => Bearer(make.Make(With("alg", none), sign: _ => []))),
        new("J-04", "ES384 and no signature", make => Bearer(make.Make(sign: _ => []))),
        new("J-05", "HS256 with the public key's PEM as its secret", make => Bearer(make.Make(With("alg", "HS256"), sign: data => HMACSHA256.HashData(Encoding.ASCII.GetBytes(TokenMaker.Ec.ExportSubjectPublicKeyInfoPem()), data)))),
        new("J-05", "HS384 with the public key's bytes as its secret", make => Bearer(make.Make(With("alg", "HS384"), sign: data => HMACSHA384.HashData(TokenMaker.Ec.ExportSubjectPublicKeyInfo(), data)))),
        new("J-05", "HS512 with an RSA modulus as its secret", make => Bearer(make.Make(header => (header["alg"], header["kid"]) = ("HS512", TokenMaker.RsaKeyId), sign: data => HMACSHA512.HashData(TokenMaker.Rsa.ExportParameters(false).Modulus!, data)))),
        new("J-05", "HS256 with an empty secret", make => Bearer(make.Make(With("alg", "HS256"), sign: data => HMACSHA256.HashData(Array.Empty<byte>(), data)))),
        new("J-06", "RS256, which this client does not use", make => Bearer(make.Make(Rsa("RS256"), sign: TokenMaker.Rs256))),
        new("J-06", "PS384, which this client does not use", make => Bearer(make.Make(Rsa("PS384"), sign: data => TokenMaker.Rsa.SignData(data, HashAlgorithmName.SHA384, RSASignaturePadding.Pss)))),
        new("J-06", "RS384 with the kid of an elliptic key", make => Bearer(make.Make(With("alg", "RS384"), sign: TokenMaker.Rs384)), NeedsKeys: true),
        new("J-06", "ES384 with the kid of an RSA key", make => Bearer(make.Make(With("kid", TokenMaker.RsaKeyId))), NeedsKeys: true),
        new("J-06", "es384 in small letters", make => Bearer(make.Make(With("alg", "es384")))),
        new("J-06", "ES384 with a blank behind", make => Bearer(make.Make(With("alg", "ES384 ")))),
        new("J-06", "no alg", make => Bearer(make.Make(header => header.Remove("alg")))),
        new("J-06", "a number for alg", make => Bearer(make.Make(With("alg", 384)))),
    ];

    private static IEnumerable<Attack> Headers =>
    [
        new("J-07", "no kid", make => Bearer(make.Make(header => header.Remove("kid")))),
        new("J-07", "an empty kid", make => Bearer(make.Make(With("kid", "")))),
        new("J-07", "an object for kid", make => Bearer(make.Make(With("kid", new JsonObject { ["$ne"] = "" })))),
        new("J-07", "a kid of 2,000 signs", make => Bearer(make.Make(With("kid", new string('k', 2000))))),
        .. from kid in (string[])["ec-2", "EC-1", "ec-1 ", "../../../../dev/null", "/etc/passwd", "https://evil.example/jwks.json", "ec-1' OR '1'='1", "ec-1\0", "%65c-1"]
           select new Attack("J-07", $"the kid {kid.Replace('\0', '0')}", make => Bearer(make.Make(With("kid", kid))), NeedsKeys: true),
        new("J-08", "typ of an access token", make => Bearer(make.Make(With("typ", "at+jwt")))),
        new("J-08", "no typ", make => Bearer(make.Make(header => header.Remove("typ")))),
        new("J-08", "a list for typ", make => Bearer(make.Make(With("typ", new JsonArray("JWT"))))),
        new("J-03", "extensions that must be understood", make => Bearer(make.Make(With("crit", new JsonArray("b64"))))),
        new("J-03", "the attacker's key in the header", make => Bearer(make.Make(With("jwk", TokenMaker.Jwk(TokenMaker.Stranger, TokenMaker.EcKeyId)), sign: ByStranger)), NeedsKeys: true),
        new("J-03", "the address of the attacker's certificate", make => Bearer(make.Make(With("x5u", "https://evil.example/cert.pem"), sign: ByStranger)), NeedsKeys: true),
        new("J-03", "the attacker's certificate", make => Bearer(make.Make(With("x5c", new JsonArray("MIIB")), sign: ByStranger)), NeedsKeys: true),
        .. from jku in (string[])
           [
               "https://evil.example/keys/jwks.json", "https://ehr.example.org:8443/keys/jwks.json", "http://ehr.example.org/keys/jwks.json",
               "https://evil@ehr.example.org/keys/jwks.json", "https://ehr.example.org@evil.example/keys/jwks.json", "https://ehr.example.org.evil.example/keys/jwks.json",
               "https://ehr.example.org./keys/jwks.json", "https://EHR.example.org/keys/jwks.json", "https://ehr.example.org/keys/../keys/jwks.json",
               "https://ehr.example.org/keys/jwks.json?x=1", "https://ehr.example.org/keys/jwks.json#x", "https://ehr.example.org/keys/jwks.json/",
               "https://ehr.example.org/redirect?to=https://evil.example", "https://ehr.example.org\\@evil.example/keys/jwks.json",
               "https://[::1]/jwks.json", "https://[::ffff:127.0.0.1]/jwks.json", "https://2130706433/jwks.json", "https://0x7f.1/jwks.json", "https://127.1/jwks.json",
               "https://169.254.169.254/latest/meta-data", "http://localhost:5080/jwks.json", "file:///etc/passwd", "gopher://evil.example/", "//evil.example/jwks.json", "/keys/jwks.json",
               "https://other.example.net:8443/jwks.json",
           ]
           select new Attack("J-09", $"the jku {jku}", make => Bearer(make.Make(With("jku", jku)))),
        new("J-09", "an empty jku", make => Bearer(make.Make(With("jku", "")))),
        new("J-09", "a list for jku", make => Bearer(make.Make(With("jku", new JsonArray(TokenMaker.KeySetUrl))))),
    ];

    private static IEnumerable<Attack> Signatures =>
    [
        new("J-03", "one bit of the header is another", make => Bearer(Flip(make.Make(With("x", "y")), 0)), NeedsKeys: true),
        new("J-03", "one bit of the payload is another", make => Bearer(Flip(make.Make(payload: With("x", "y")), 1)), NeedsKeys: true),
        new("J-03", "one bit of the signature is another", make => Bearer(make.Make(sign: data => FlipFirst(TokenMaker.Es384(data)))), NeedsKeys: true),
        new("J-03", "the signature of another token", make => Bearer($"{Unsigned(make)}.{make.Make().Split('.')[2]}"), NeedsKeys: true),
        new("J-03", "signed by a stranger under the same kid", make => Bearer(make.Make(sign: ByStranger)), NeedsKeys: true),
        new("J-03", "a signature in ASN.1", make => Bearer(make.Make(sign: data => TokenMaker.Ec.SignData(data, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence))), NeedsKeys: true),
        new("J-03", "a signature of zeros", make => Bearer(make.Make(sign: _ => new byte[96])), NeedsKeys: true),
        new("J-03", "half a signature", make => Bearer(make.Make(sign: data => TokenMaker.Es384(data)[..48])), NeedsKeys: true),
        new("J-03", "a signature with a byte too many", make => Bearer(make.Make(sign: data => [.. TokenMaker.Es384(data), 0])), NeedsKeys: true),
        new("J-03", "a signature over another hash", make => Bearer(make.Make(sign: data => TokenMaker.Ec.SignData(data, HashAlgorithmName.SHA256))), NeedsKeys: true),
    ];

    internal static string Bearer(string token) => $"Bearer {token}";

    internal static Action<JsonObject> With(string name, JsonNode? value) => json => json[name] = value?.DeepClone();

    private static string Header => TokenMaker.Header().ToJsonString();

    private static Action<JsonObject> Rsa(string algorithm) => header => (header["alg"], header["kid"]) = (algorithm, TokenMaker.RsaKeyId);

    private static string Sign(string header, string payload) => TokenMaker.Sign(header, payload);

    private static byte[] ByStranger(byte[] data) => TokenMaker.Stranger.SignData(data, HashAlgorithmName.SHA384);

    private static string Unsigned(TokenMaker make) => make.Make().Remove(make.Make().LastIndexOf('.'));

    private static string Also(TokenMaker make, string member) => $"{make.Payload().ToJsonString()[..^1]},{member}}}";

    private static string Before(TokenMaker make, string member) => $"{{{member},{make.Payload().ToJsonString()[1..]}";

    private static string Padded(TokenMaker make, int length)
    {
        var without = make.Make(payload: With("x", "")).Length;
        var token = make.Make(payload: With("x", new string('x', ((length - without) * 3 / 4) + 3)));
        return token.Length >= length ? token : throw new InvalidOperationException("The token came out too short.");
    }

    /// <summary>The last sign of 256 bytes in base64 has four bits that mean nothing.</summary>
    private static string NotCanonical(string token) => token[..^1] + (char)(token[^1] + 1);

    private static string Flip(string token, int part)
    {
        var parts = token.Split('.');
        var json = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[part]));
        parts[part] = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.Replace("\"y\"", "\"x\"", StringComparison.Ordinal)));
        return string.Join('.', parts);
    }

    private static byte[] FlipFirst(byte[] bytes)
    {
        bytes[0] ^= 1;
        return bytes;
    }

    private static class Trusted
    {
        internal const int MaxLength = NetCdsHooks.Trust.Tokens.TokenReader.MaxLength;
    }
}
