using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Tests.Support;

/// <summary>The whole service in the test process, in Development, on the <see cref="TestCards"/>.</summary>
internal sealed class ServiceHost : WebApplicationFactory<Program>
{
    internal const string PatientView = "/cds-services/net-patient-view";

    /// <summary>For FHIR servers in tests: on a busy machine even an answer of the same process may take its time.</summary>
    private const string Patience = "00:00:30";

    /// <summary>Reading the concepts takes a while, and nothing of it changes.</summary>
    private static readonly Lazy<HookServices> SharedCards = new(() => HookServices.Load(KnowledgeFolder.Read(TestCards.Folder), []));

    /// <summary>Breaks something in every service that a test starts from here on; for proofs that the test then turns red.</summary>
    internal static readonly AsyncLocal<Action<IServiceCollection>?> Broken = new();

    private readonly Dictionary<string, string> _settings = new()
    {
        ["environment"] = "Development",
        ["NetCdsHooks:AsOf"] = "2026-11-21",
        ["NetCdsHooks:CardFolder"] = TestCards.Folder,
        ["NetCdsHooks:Fhir:Budget"] = Patience,
        ["NetCdsHooks:Fhir:Preferred"] = Patience,
        ["NetCdsHooks:Feedback:Folder"] = Directory.CreateTempSubdirectory("feedback-").FullName,
        ["NetCdsHooks:Feedback:Key"] = SomeKey.Text,
    };

    private Action<IServiceCollection> _services = services => services.RemoveAll<ILoggerProvider>().AddSingleton<ILoggerProvider, LogCollector>();

    /// <summary>Every line that was logged.</summary>
    internal string Log => Services.GetServices<ILoggerProvider>().OfType<LogCollector>().Single().Text;

    /// <summary>Where it listens once it was told to use Kestrel.</summary>
    internal string Address => Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();

    /// <summary>The prefetch keys of the service, in the order of discovery.</summary>
    internal IEnumerable<string> Keys => Services.GetRequiredService<KnowledgeStore>().Current.All[0].Queries.Select(query => query.Key);

    internal ServiceHost With(string setting, string value)
    {
        _settings[setting] = value;
        return this;
    }

    internal ServiceHost Without(string setting)
    {
        _settings.Remove(setting);
        return this;
    }

    internal ServiceHost With(Action<IServiceCollection> services)
    {
        _services += services;
        return this;
    }

    internal async Task<Answer> Get(string path)
    {
        using var client = CreateClient();
        return await Answer.Of(await client.GetAsync(path));
    }

    internal Task<Answer> Call(HookCall call) => Post(call.Body.ToJsonString());

    internal Task<Answer> Post(string body, string contentType = "application/json", string path = PatientView) =>
        Post(Encoding.UTF8.GetBytes(body), contentType, path);

    internal async Task<Answer> Post(byte[] body, string? contentType = "application/json", string path = PatientView)
    {
        using var client = CreateClient();
        var content = new ByteArrayContent(body);
        if (contentType is not null)
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return await Answer.Of(await client.PostAsync(path, content));
    }

    internal async Task<Answer> Send(HttpRequestMessage request)
    {
        using var client = CreateClient();
        return await Answer.Of(await client.SendAsync(request));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (setting, value) in _settings)
            builder.UseSetting(setting, value);
        if (_settings["NetCdsHooks:CardFolder"] == TestCards.Folder)
            builder.ConfigureServices(services => services.AddSingleton<KnowledgeLoader>((_, _) => SharedCards.Value));
        builder.ConfigureServices(_services);
        if (Broken.Value is { } breakage)
            builder.ConfigureServices(breakage);
    }
}

/// <summary>An answer of the service, read to its end.</summary>
internal sealed record Answer(HttpResponseMessage Http, string Text)
{
    internal int Status => (int)Http.StatusCode;

    internal JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    internal IReadOnlyList<JsonObject> Cards => [.. Json["cards"]!.AsArray().Select(card => card!.AsObject())];

    internal IEnumerable<string> CardIds => Cards.Select(card => (string)card["extension"]!["org.netcdshooks.card"]!["id"]!);

    internal JsonObject Card(string id) => Cards.Single(card => (string)card["extension"]!["org.netcdshooks.card"]!["id"]! == id);

    /// <summary>Text and diagnostics of an OperationOutcome.</summary>
    internal string Reason => $"{Json["issue"]![0]!["details"]!["text"]} {Json["issue"]![0]!["diagnostics"]}";

    internal static async Task<Answer> Of(HttpResponseMessage http) => new(http, await http.Content.ReadAsStringAsync());
}
