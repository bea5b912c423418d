using System.Collections.Frozen;
using System.Collections.Immutable;
using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Hooks;
using NetCdsHooks.Trust.Keys;
using NetCdsHooks.Trust.Profiles;

namespace NetCdsHooks.Trust.Registry;

/// <summary>From what is written to what can be relied on. Goes on after a fault, so that all are told at once.</summary>
/// <param name="isDevelopment">Allows plain http on loopback, and the public sandbox.</param>
/// <param name="overrideCodes">The codes that cards offer; null when they are not known.</param>
internal sealed class ClientValidator(bool isDevelopment, IReadOnlySet<string>? overrideCodes)
{
    /// <summary>Its private key is public: whoever trusts it trusts everybody.</summary>
    private const string PublicSandbox = "https://sandbox.cds-hooks.org";

    private const int LongestLife = int.MaxValue;

    private static readonly FrozenSet<string> Services = CdsService.All.Select(service => service.Id).ToFrozenSet();

    /// <returns>The clients, to be used only if no problem was added.</returns>
    internal ImmutableArray<Client> Check(ClientsConfig config, ProblemList problems, string file)
    {
        var profiles = config.Profiles.ToDictionary(pair => pair.Key, pair => ProfileValidator.Check(pair.Value, overrideCodes));
        if (config.Clients.IsEmpty && problems.Count == 0)
            problems.Add(file, "$.clients", "an empty list", "at least one client");
        RejectRepeated(config, "name", client => client.Name);
        RejectRepeated(config, "issuer", client => client.Issuer);
        return [.. config.Clients.Select(client => Check(client, profiles))];
    }

    private Client Check(ClientConfig config, Dictionary<string, Profile> profiles)
    {
        if (config.Issuer?.TrimEnd('/') == PublicSandbox && !isDevelopment)
            Member(config, "issuer").Reject("an issuer whose private key is secret; that of the public sandbox is accepted in Development only");
        var keySetUrl = Address(config.KeySetUrl, Member(config, "keySetUrl"), isBase: false);
        return new(
            config.Name ?? "",
            config.Issuer ?? "",
            keySetUrl,
            KeysOf(config),
            config.KeySetUrl ?? config.Jku,
            Known(config.Algorithms, KeyReader.Algorithms, Member(config, "algorithms")),
            Given(config.Audiences),
            config.Tenants is { } tenants ? Given(tenants) : null,
            ServicesOf(config),
            FhirServersOf(config),
            config.PrivateFhirServers,
            FhirHabitsValidator.Check(config.Fhir),
            LifeOf(config),
            ProfileOf(config, profiles),
            config.Admin);
    }

    private static KeySet? KeysOf(ClientConfig config)
    {
        if (config.Keys is null == config.KeySetUrl is null)
            config.Node.Reject("one of the two", config.Keys is null ? "neither \"keySetUrl\" nor \"keys\"" : "\"keySetUrl\" and \"keys\"");
        if (config is { Jku: not null, KeySetUrl: not null })
            Member(config, "jku").Reject("\"jku\" beside \"keys\" only; with \"keySetUrl\" it is that address");
        return config.Keys is { } keys ? KeySetReader.ReadStrictly(keys) : null;
    }

    /// <summary>Whoever may read reports need not be served with advice as well.</summary>
    private static FrozenSet<string>? ServicesOf(ClientConfig config) =>
        config.Services is not { } services ? null
        : services.IsEmpty && config.Admin ? FrozenSet<string>.Empty
        : Known(services, Services, Member(config, "services"));

    private FrozenSet<string> FhirServersOf(ClientConfig config)
    {
        var list = Member(config, "fhirServers");
        return config.FhirServers
            .Select((server, place) => Address(server, list with { Path = $"{list.Path}[{place}]" }, isBase: true))
            .OfType<Uri>().Select(Client.WithSlash).ToFrozenSet();
    }

    private static TimeSpan LifeOf(ClientConfig config)
    {
        if (config.TokenLifeSeconds is >= 1 and <= LongestLife)
            return TimeSpan.FromSeconds((double)config.TokenLifeSeconds);
        Member(config, "tokenLifeSeconds").Reject($"1 to {LongestLife} seconds");
        return default;
    }

    private static Profile ProfileOf(ClientConfig config, Dictionary<string, Profile> profiles)
    {
        if (config.Profile is null)
            return Profile.Strict;
        if (profiles.TryGetValue(config.Profile, out var profile))
            return profile;
        Member(config, "profile").Reject(profiles.Count == 0
            ? "a profile of this file; it has none"
            : $"a profile of this file: {string.Join(", ", profiles.Keys.Order(StringComparer.Ordinal))}");
        return Profile.Strict;
    }

    /// <summary>Null, with a problem unless there is nothing, for an address that must not be asked.</summary>
    private Uri? Address(string? text, JsonNodeReader place, bool isBase)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (isDevelopment && address is { Scheme: "http", IsLoopback: true }))
            && address.UserInfo.Length == 0 && address.Fragment.Length == 0 && !(isBase && address.Query.Length > 0))
            return address;
        place.Reject(
            $"an absolute https address without user{(isBase ? ", query" : "")} and fragment{(isDevelopment ? ", or http on loopback" : "")}",
            $"\"{text}\"");
        return null;
    }

    private static FrozenSet<string> Known(ImmutableArray<string> words, FrozenSet<string> known, JsonNodeReader list)
    {
        if (words.IsEmpty)
            list.Reject($"at least one of {string.Join(", ", known.Order(StringComparer.Ordinal))}");
        for (var place = 0; place < words.Length; place++)
            if (words[place].Length > 0 && !known.Contains(words[place]))
                (list with { Path = $"{list.Path}[{place}]" }).Reject($"one of {string.Join(", ", known.Order(StringComparer.Ordinal))}", $"\"{words[place]}\"");
        return Given(words);
    }

    private static void RejectRepeated(ClientsConfig config, string member, Func<ClientConfig, string?> value)
    {
        foreach (var repeated in config.Clients.Where(client => value(client) is not null).GroupBy(value).SelectMany(same => same.Skip(1)))
            Member(repeated, member).Reject("each client with its own", $"\"{value(repeated)}\" a second time");
    }

    private static FrozenSet<string> Given(ImmutableArray<string> words) => words.Where(word => word.Length > 0).ToFrozenSet(StringComparer.Ordinal);

    private static JsonNodeReader Member(ClientConfig config, string name) => config.Node.Member(name);
}
