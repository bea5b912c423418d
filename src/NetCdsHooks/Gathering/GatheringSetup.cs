using System.Net;
using Microsoft.Extensions.Options;
using NetCdsHooks.Gathering.Asking;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Gathering;

internal static class GatheringSetup
{
    internal static IServiceCollection AddGathering(this IServiceCollection services)
    {
        services.AddFhirServers(FhirExchange.Name, mayBePrivate: false);
        services.AddFhirServers(FhirExchange.PrivateName, mayBePrivate: true);
        return services
            .AddSingleton<AccessRules>()
            .AddSingleton<FhirServers>()
            .AddSingleton<FhirExchange>()
            .AddSingleton<FhirClient>()
            .AddSingleton<Gatherer>();
    }

    /// <summary>No redirects, no cookies, no proxy that the environment happens to name, and only addresses that may be asked.</summary>
    private static void AddFhirServers(this IServiceCollection services, string name, bool mayBePrivate) =>
        services.AddHttpClient(name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => Handler(provider.GetRequiredService<IOptions<ServiceOptions>>().Value.Fhir, mayBePrivate))
            .RemoveAllLoggers();

    private static SocketsHttpHandler Handler(FhirAccessOptions options, bool mayBePrivate)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            EnableMultipleHttp2Connections = true,
            MaxConnectionsPerServer = options.MaxParallel,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        if (options.Proxy is { } proxy)
            (handler.UseProxy, handler.Proxy) = (true, new WebProxy(proxy));
        else
            handler.ConnectCallback = new GuardedConnection(mayBePrivate).ConnectAsync;
        return handler;
    }
}
