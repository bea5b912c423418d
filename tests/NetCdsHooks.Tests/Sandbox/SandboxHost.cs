using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NetCdsHooks.Sandbox;
using NetCdsHooks.Sandbox.Samples;

namespace NetCdsHooks.Tests.Sandbox;

/// <summary>A host with nothing but the sandbox.</summary>
internal sealed class SandboxHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SandboxHost(WebApplication app, HttpClient client)
    {
        _app = app;
        Client = client;
    }

    public HttpClient Client { get; }

    public static Task<SandboxHost> WithInventedSamples(DateOnly? asOf = null) =>
        Start(services => services.AddSingleton<ISampleSource, InventedSamples>(), asOf ?? SampleReader.WrittenFor);

    public static Task<SandboxHost> WithEmbeddedSamples() => Start(_ => { }, SampleReader.WrittenFor);

    public async Task<(HttpStatusCode Status, JsonElement Body)> Get(string path)
    {
        using var response = await Client.GetAsync(path);
        return await Read(response);
    }

    public static async Task<(HttpStatusCode Status, JsonElement Body)> Read(HttpResponseMessage response)
    {
        response.Content.Headers.ContentType?.MediaType.Should().Be("application/fhir+json");
        return (response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync()));
    }

    public async Task<string[]> Ids(string path)
    {
        var (status, bundle) = await Get(path);
        status.Should().Be(HttpStatusCode.OK, "{0}", bundle);
        return IdsOf(bundle);
    }

    public static string[] IdsOf(JsonElement bundle) => bundle.TryGetProperty("entry", out var entries)
        ? [.. entries.EnumerateArray().Select(entry => entry.GetProperty("resource").GetProperty("id").GetString()!)]
        : [];

    public static string? Link(JsonElement bundle, string relation) => bundle.GetProperty("link").EnumerateArray()
        .Where(link => link.GetProperty("relation").GetString() == relation)
        .Select(link => link.GetProperty("url").GetString())
        .SingleOrDefault();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static async Task<SandboxHost> Start(Action<IServiceCollection> configure, DateOnly asOf)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        configure(builder.Services);
        builder.Services.AddSandbox(options => options.AsOf = asOf);
        var app = builder.Build();
        app.MapSandbox();
        await app.StartAsync();
        return new SandboxHost(app, app.GetTestClient());
    }
}
