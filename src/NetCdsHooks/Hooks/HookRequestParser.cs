using System.Collections.Immutable;
using System.Text.Json;
using NetCdsHooks.Api;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Hooks;

/// <summary>From bytes to a call whose members can be relied on.</summary>
internal static class HookRequestParser
{
    private const string Url = "an absolute http or https address";

    /// <exception cref="Refusal">400, naming the member.</exception>
    /// <param name="json">The body.</param>
    /// <param name="receivedAt">When its last byte was read.</param>
    /// <param name="expected">The hook that the service is for; null accepts each that has a service.</param>
    internal static HookRequest Parse(ReadOnlySpan<byte> json, DateTimeOffset receivedAt, Hook? expected = null)
    {
        var body = Read(json.StartsWith("\uFEFF"u8) ? json[3..] : json);
        var context = body.Context ?? throw Missing("context", "an object");
        var server = FhirServerOf(body);
        var hook = HookOf(Required(body.Hook, "hook"), expected);
        return new(
            hook,
            Required(body.HookInstance, "hookInstance"),
            ContextReader.Read(hook, context),
            server,
            body.FhirAuthorization is { } authorization ? Check(authorization, server) : null,
            body.Prefetch ?? (IReadOnlyDictionary<string, Resource?>)ImmutableDictionary<string, Resource?>.Empty,
            receivedAt);
    }

    private static HookRequestBody Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, HookFormat.Request)
                ?? throw Refusal.BadMember("(body)", "null", "an object");
        }
        catch (JsonException exception) when (exception.InnerException is null && exception.Path is { } path)
        {
            throw WrongType(path, exception.Message);
        }
        catch (JsonException exception)
        {
            throw Refusal.NotJson(
                $"It cannot be read from line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1} on, " +
                $"or is nested deeper than {HookFormat.MaxDepth} levels.");
        }
    }

    /// <summary>Our own converters say what they found; of the rest, all are objects.</summary>
    private static Refusal WrongType(string path, string message) =>
        message.StartsWith("found ", StringComparison.Ordinal) && message.Split("; accepted: ") is [var found, var accepted]
            ? Refusal.BadMember(MemberOf(path), found["found ".Length..], accepted)
            : Refusal.BadMember(MemberOf(path), "something else", "an object");

    private static string MemberOf(string path) => path == "$" ? "(body)" : path["$.".Length..];

    private static Hook HookOf(string name, Hook? expected) =>
        HookNames.Find(name) is { } hook && (expected is null || hook == expected)
            ? hook
            : throw Refusal.BadMember("hook", "another hook", expected?.Name() ?? string.Join(", ", HookNames.All));

    internal static string Required(string? text, string member) =>
        string.IsNullOrWhiteSpace(text) ? throw Missing(member, "a string that is not empty") : text;

    private static Refusal Missing(string member, string accepted) => Refusal.BadMember(member, Refusal.Missing, accepted);

    private static Uri? FhirServerOf(HookRequestBody body)
    {
        if (string.IsNullOrWhiteSpace(body.FhirServer))
            return body.FhirAuthorization is null ? null : throw Missing("fhirServer", $"{Url}, whenever fhirAuthorization is sent");
        return Uri.TryCreate(body.FhirServer, UriKind.Absolute, out var server) && server.Scheme is ("http" or "https") && server.Host.Length > 0
            ? server
            : throw Refusal.BadMember("fhirServer", "another text", Url);
    }

    private static FhirAuthorization Check(FhirAuthorizationBody body, Uri? server)
    {
        _ = server ?? throw Missing("fhirServer", Url);
        var token = Required(body.AccessToken, "fhirAuthorization.access_token");
        if (token.Any(character => character is <= ' ' or > '~'))
            throw Refusal.BadMember("fhirAuthorization.access_token", "characters that no token holds", "visible ASCII characters");
        if (!Required(body.TokenType, "fhirAuthorization.token_type").Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            throw Refusal.BadMember("fhirAuthorization.token_type", "another text", "Bearer");
        var seconds = body.ExpiresIn ?? throw Missing("fhirAuthorization.expires_in", "a whole number of seconds");
        Required(body.Scope, "fhirAuthorization.scope");
        Required(body.Subject, "fhirAuthorization.subject");
        return new(token, seconds, string.IsNullOrWhiteSpace(body.Patient) ? null : FhirId.Plain(body.Patient, "Patient") ?? body.Patient);
    }
}
