using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Primitives;

namespace NetCdsHooks.Trust.Tokens;

/// <summary>Reads the token of a call: its form first, then its JSON, strictly. No key is needed for it.</summary>
internal static class TokenReader
{
    internal const int MaxLength = 8 * 1024;

    private const string Scheme = "Bearer ";
    private const int LongestText = 1024;

    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <param name="authorization">The header of that name.</param>
    /// <exception cref="TokenRefused">It is no token that could be trusted.</exception>
    internal static ClientToken Read(StringValues authorization)
    {
        var parts = Split(TextOf(authorization));
        using var header = Parse(parts[0], "header");
        using var payload = Parse(parts[1], "payload");
        _ = Decode(parts[2], "signature");
        return Read(new TokenPart(header.RootElement, LongestText), new TokenPart(payload.RootElement, LongestText));
    }

    private static string TextOf(StringValues authorization)
    {
        if (authorization is not [{ } header])
            throw new TokenRefused(authorization.Count == 0 ? "there was none" : "there were several Authorization headers");
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            throw new TokenRefused("Authorization was not of the scheme Bearer");
        var token = header[Scheme.Length..];
        return token.Length <= MaxLength ? token : throw new TokenRefused($"it was longer than {MaxLength} signs");
    }

    /// <summary>Five parts are an encrypted token, which the handler must never try to open (CVE-2024-21319).</summary>
    private static string[] Split(string token) => token.Split('.') is { Length: 3 } parts
        ? parts
        : throw new TokenRefused("it did not have three parts");

    private static JsonDocument Parse(string part, string name)
    {
        var json = Decode(part, name);
        try
        {
            return Utf8.IsValid(json) && JsonDocument.Parse(json, Strict) is { RootElement.ValueKind: JsonValueKind.Object } document
                ? document
                : throw new TokenRefused($"its {name} was no JSON object");
        }
        catch (JsonException)
        {
            throw new TokenRefused($"its {name} was no JSON, too deep, or held a member twice");
        }
    }

    /// <summary>Strictly: without padding, and of the texts that stand for the same bytes only the canonical one.</summary>
    private static byte[] Decode(string part, string name)
    {
        if (part.Length == 0 || part.AsSpan().ContainsAnyExcept(Alphabet) || part.Length % 4 == 1)
            throw new TokenRefused($"its {name} was not base64url");
        try
        {
            return Base64Url.DecodeFromChars(part);
        }
        catch (FormatException)
        {
            throw new TokenRefused($"its {name} was not base64url");
        }
    }

    private static ClientToken Read(TokenPart header, TokenPart payload)
    {
        if (!header.Text("typ").Equals("JWT", StringComparison.OrdinalIgnoreCase))
            throw new TokenRefused("typ was not JWT");
        if (header.Has("crit"))
            throw new TokenRefused("it demanded extensions (crit)");
        return new(
            header.Text("alg"),
            header.Text("kid"),
            header.OptionalText("jku"),
            payload.Text("iss"),
            payload.Texts("aud"),
            payload.Moment("exp"),
            payload.Moment("iat"),
            payload.OptionalMoment("nbf"),
            payload.Text("jti"),
            payload.OptionalText("tenant"));
    }
}
