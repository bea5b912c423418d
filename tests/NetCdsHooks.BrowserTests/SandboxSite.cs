using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using NetCdsHooks.Sandbox;

namespace NetCdsHooks.BrowserTests;

/// <summary>The sandbox with its embedded samples on a free port of this machine.</summary>
public sealed class SandboxSite : IAsyncLifetime
{
    private WebApplication? _app;

    public string Origin => _app!.Urls.Single();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSandbox();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapSandbox();
        await _app.StartAsync();
    }

    public async Task DisposeAsync() => await _app!.DisposeAsync();
}
