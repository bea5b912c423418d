using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using NetCdsHooks.Trust.Keys;
using NetCdsHooks.Trust.Registry;
using NetCdsHooks.Trust.Replay;
using NetCdsHooks.Trust.Tokens;

namespace NetCdsHooks.Trust;

internal static class TrustSetup
{
    internal static IServiceCollection AddTrust(this IServiceCollection services)
    {
        services.AddHttpClient(KeySetFetcher.Name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false,
                UseCookies = false,
                MaxConnectionsPerServer = 2,
                MaxResponseHeadersLength = 16,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .RemoveAllLoggers();
        services.AddBearer();
        services.AddHealthChecks().AddCheck<RegistryHealth>("clients");
        return services
            .AddHostedService<RegistryWatcher>()
            .AddSingleton<IConfigureOptions<JwtBearerOptions>, BearerSetup>()
            .AddSingleton<IReplayMemory>(provider => new ReplayMemory(provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<RegistryStore>()
            .AddSingleton<ClientAddress>()
            .AddSingleton<TokenChecks>()
            .AddSingleton<KeySetFetcher>()
            .AddSingleton<KeyStore>()
            .AddSingleton(_ => new SignatureCheck())
            .AddSingleton<ClientGate>();
    }

    private static void AddBearer(this IServiceCollection services)
    {
        services.AddAuthentication().AddJwtBearer();
        foreach (var service in services.Where(IsKeyWriter).ToArray())
            services.Remove(service);
    }

    /// <summary>Nothing here is kept by data protection, which would write keys of its own to the disk at the start.</summary>
    private static bool IsKeyWriter(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && service.ImplementationType?.Namespace?.StartsWith("Microsoft.AspNetCore.DataProtection", StringComparison.Ordinal) == true;

    /// <summary>From here on every call of CDS Hooks has a caller. ASP.NET's own middleware then finds the result that is already there.</summary>
    internal static void UseTrust(this IApplicationBuilder app)
    {
        app.UseMiddleware<ClientMiddleware>();
        app.UseAuthentication();
    }
}
