using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NetCdsHooks.Gathering.Asking;
using NetCdsHooks.Trust.Keys;

namespace NetCdsHooks.Tests.Support;

/// <summary>The service as in production: registered clients only. The outside world is a <see cref="KeyServer"/>.</summary>
public sealed class TrustedService : IAsyncDisposable, IDisposable
{
    public TrustedService()
        : this(new TurnedClock(), null)
    {
    }

    internal TrustedService(TimeProvider clock, JsonObject? clients, string environment = "Production")
    {
        Clock = clock;
        Tokens = new(clock);
        ClientsFile = System.IO.Path.Combine(Directory.CreateTempSubdirectory("clients-").FullName, "clients.json");
        File.WriteAllText(ClientsFile, (clients ?? Registry()).ToJsonString());
        Host = new ServiceHost()
            .Without("NetCdsHooks:AsOf")
            .With("environment", environment)
            .With("NetCdsHooks:ClientsFile", ClientsFile)
            .With("NetCdsHooks:PublicUrl", TokenMaker.PublicUrl)
            .With("NetCdsHooks:BehindTlsProxy", "true")
            .With(services => services.AddSingleton(clock))
            .With(services => services.AddHttpClient(KeySetFetcher.Name).ConfigurePrimaryHttpMessageHandler(() => World))
            .With(services => services.AddHttpClient(FhirExchange.Name).ConfigurePrimaryHttpMessageHandler(() => World));
    }

    internal TimeProvider Clock { get; }

    internal TokenMaker Tokens { get; }

    internal KeyServer World { get; } = new();

    internal ServiceHost Host { get; }

    internal string ClientsFile { get; }

    /// <summary>One client whose keys are fetched, one whose keys are written down, one that resembles the first.</summary>
    internal static JsonObject Registry() => new()
    {
        ["clients"] = new JsonArray(
            new JsonObject
            {
                ["name"] = "EHR",
                ["issuer"] = TokenMaker.Issuer,
                ["keySetUrl"] = TokenMaker.KeySetUrl,
                ["fhirServers"] = new JsonArray("https://ehr.example.org/fhir"),
            },
            new JsonObject
            {
                ["name"] = "Epic-like",
                ["issuer"] = "https://epic.example.org/fhir",
                ["keys"] = TokenMaker.KeySet(TokenMaker.Jwk(TokenMaker.Rsa, "epic-1"), TokenMaker.Jwk(TokenMaker.Small, "epic-2")),
                ["jku"] = "https://epic.example.org/api/epic/2019/Security/Open/PublicKeys/1",
                ["algorithms"] = new JsonArray("RS384", "RS256", "ES256"),
                ["audiences"] = new JsonArray("typed by hand"),
                ["tenants"] = new JsonArray("north", "south"),
                ["services"] = new JsonArray("net-patient-view"),
                ["tokenLifeSeconds"] = 1200,
            },
            new JsonObject
            {
                ["name"] = "Other",
                ["issuer"] = "https://other.example.net",
                ["keySetUrl"] = "https://other.example.net:8443/jwks.json",
            }),
    };

    internal HttpRequestMessage Request(string? authorization, string path = ServiceHost.PatientView)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(HookCall.ActiveTumour(Host).Body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return request;
    }

    internal Task<Answer> Call(string token, string path = ServiceHost.PatientView) => Host.Send(Request($"Bearer {token}", path));

    /// <summary>Three days pass, so that no key is known any more and the next that is needed must be fetched.</summary>
    internal void ForgetKeys()
    {
        ((TurnedClock)Clock).TurnOn(TimeSpan.FromDays(3));
        World.Forget();
    }

    public void Dispose() => Host.Dispose();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
