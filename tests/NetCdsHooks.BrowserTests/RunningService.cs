using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace NetCdsHooks.BrowserTests;

/// <summary>The service with its sample patients on a free port of this machine; browsers may call it from one origin.</summary>
internal sealed class RunningService : WebApplicationFactory<Program>
{
    private readonly string _allowedOrigin;

    internal RunningService(string allowedOrigin)
    {
        _allowedOrigin = allowedOrigin;
        UseKestrel(0);
        StartServer();
    }

    internal string Address => Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("environment", "Development")
        .UseSetting("NetCdsHooks:AsOf", "2026-11-21")
        .UseSetting("NetCdsHooks:Feedback:Folder", Directory.CreateTempSubdirectory("feedback-").FullName)
        .UseSetting("NetCdsHooks:AllowedOrigins:0", _allowedOrigin);
}
