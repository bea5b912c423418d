using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Support;
using static NetCdsHooks.Tests.Trust.AttackTable;

namespace NetCdsHooks.Tests.Trust;

/// <summary>Attacks by what a token claims, rightly signed.</summary>
internal static class ClaimAttacks
{
    private const string Called = TokenMaker.PublicUrl + ServiceHost.PatientView;

    internal static IEnumerable<Attack> All => [.. Issuers, .. Audiences, .. Times, .. Ids, .. Tenants];

    private static IEnumerable<Attack> Issuers =>
    [
        .. from issuer in (string[])
           ["https://evil.example", "https://ehr.example.org/", "https://EHR.example.org", "http://ehr.example.org", " https://ehr.example.org", "https://ehr.example.or", "https://sandbox.cds-hooks.org", "EHR"]
           select Claim("J-09", $"the issuer {issuer}", "iss", issuer),
        Without("J-09", "iss"),
        Claim("J-09", "a number for iss", "iss", 1),
        Claim("J-09", "a list for iss", "iss", new JsonArray(TokenMaker.Issuer)),
        Claim("J-09", "an empty iss", "iss", ""),
        new("J-09", "the issuer of one client with the jku of another", make => Bearer(make.Make(
            With("jku", TokenMaker.KeySetUrl), With("iss", "https://other.example.net")))),
        new("J-09", "a jku at a client that has registered none but another", make => Bearer(make.Make(
            With("jku", TokenMaker.KeySetUrl), payload => (payload["iss"], payload["tenant"]) = ("https://epic.example.org/fhir", "north")))),
    ];

    private static IEnumerable<Attack> Audiences =>
    [
        .. from audience in (string[])
           [
               "https://cds.example.org", "https://cds.example.org/", "https://cds.example.org/cds-services", "https://cds.example.org/cds-services/",
               "https://cds.example.org/cds-services/net-order-sign", "http://cds.example.org/cds-services/net-patient-view",
               "https://cds.example.org:8443/cds-services/net-patient-view", "https://cds.example.org.evil.example/cds-services/net-patient-view",
               "https://evil.example/cds-services/net-patient-view", "https://localhost/cds-services/net-patient-view", "http://localhost/cds-services/net-patient-view",
               $"{Called}/", $"{Called}/feedback", $"{Called}?x=1", $"{Called}#x", $"{Called} ", $" {Called}", "cds-services/net-patient-view",
               "https://CDS.example.org/cds-services/net-patient-view", "https://cds.example.org/cds-services//net-patient-view",
               "https://cds.example.org/cds-services/net-patient-vie", "*", "typed by hand",
           ]
           select Claim("J-11", $"the audience '{audience}'", "aud", audience),
        Without("J-11", "aud"),
        Claim("J-11", "an empty audience", "aud", ""),
        Claim("J-11", "an empty list of audiences", "aud", new JsonArray()),
        Claim("J-11", "a list of other audiences", "aud", new JsonArray("https://cds.example.org", "https://a.example")),
        Claim("J-11", "a list with a number in it", "aud", new JsonArray(Called, 1)),
        Claim("J-11", "a list within a list", "aud", new JsonArray(new JsonArray(Called))),
        Claim("J-11", "an object for aud", "aud", new JsonObject { ["0"] = Called }),
    ];

    private static IEnumerable<Attack> Times =>
    [
        Time("J-12", "it expired 62 s ago", (payload, now) => (payload["iat"], payload["exp"]) = (now - 300, now - 62)),
        Time("J-12", "it expired a day ago", (payload, now) => (payload["iat"], payload["exp"]) = (now - 86700, now - 86400)),
        Without("J-12", "exp"),
        Time("J-12", "a text for exp", (payload, now) => payload["exp"] = $"{now + 300}"),
        Time("J-12", "a fraction for exp", (payload, now) => payload["exp"] = now + 300.5),
        Time("J-12", "a negative exp", (payload, _) => payload["exp"] = -1),
        Time("J-12", "an exp beyond all time", (payload, _) => payload["exp"] = long.MaxValue),
        Time("J-12", "an exp beyond all numbers", (payload, _) => payload["exp"] = ulong.MaxValue),
        Time("J-12", "null for exp", (payload, _) => payload["exp"] = null),
        Without("J-13", "iat"),
        Time("J-13", "an iat in 10 minutes", (payload, now) => (payload["iat"], payload["exp"]) = (now + 600, now + 900)),
        Time("J-13", "an iat in 62 s", (payload, now) => payload["iat"] = now + 62),
        Time("J-13", "a text for iat", (payload, now) => payload["iat"] = $"{now}"),
        Time("J-13", "a life of 3,601 s", (payload, now) => payload["exp"] = now + 3601),
        Time("J-13", "a life of a year", (payload, now) => payload["exp"] = now + 31_536_000),
        Time("J-13", "it expires before it was issued", (payload, now) => (payload["iat"], payload["exp"]) = (now + 30, now + 10)),
        Time("J-16", "an nbf in 10 minutes", (payload, now) => payload["nbf"] = now + 600),
        Time("J-16", "an nbf in 62 s", (payload, now) => payload["nbf"] = now + 62),
        Time("J-16", "a text for nbf", (payload, now) => payload["nbf"] = $"{now}"),
    ];

    private static IEnumerable<Attack> Ids =>
    [
        Without("J-14", "jti"),
        Claim("J-14", "an empty jti", "jti", ""),
        Claim("J-14", "a number for jti", "jti", 7),
        Claim("J-14", "a list for jti", "jti", new JsonArray("a", "b")),
        Claim("J-14", "a jti of 2,000 signs", "jti", new string('j', 2000)),
    ];

    private static IEnumerable<Attack> Tenants =>
    [
        Epic("no tenant where one is required", _ => { }),
        Epic("an unknown tenant", payload => payload["tenant"] = "east"),
        Epic("a list of tenants", payload => payload["tenant"] = new JsonArray("north")),
        Epic("a tenant in other letters", payload => payload["tenant"] = "North"),
    ];

    private static Attack Claim(string requirement, string story, string name, JsonNode? value) =>
        new(requirement, story, make => Bearer(make.Make(payload: With(name, value))));

    private static Attack Without(string requirement, string name) =>
        new(requirement, $"no {name}", make => Bearer(make.Make(payload: payload => payload.Remove(name))));

    private static Attack Time(string requirement, string story, Action<JsonObject, long> change) =>
        new(requirement, story, make => Bearer(make.Make(payload: payload => change(payload, make.Now))));

    private static Attack Epic(string story, Action<JsonObject> change) => new("J-15", story, make => Bearer(make.Make(
        header => (header["alg"], header["kid"]) = ("RS384", "epic-1"),
        payload =>
        {
            payload["iss"] = "https://epic.example.org/fhir";
            change(payload);
        },
        TokenMaker.Rs384)));
}
