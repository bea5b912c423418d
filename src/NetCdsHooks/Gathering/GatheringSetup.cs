using System.Net;

namespace NetCdsHooks.Gathering;

internal static class GatheringSetup
{
    private const int ConnectionsPerServer = 32;

    internal static IServiceCollection AddGathering(this IServiceCollection services)
    {
        services.AddFhirServers(FhirClient.Name, mayBePrivate: false);
        services.AddFhirServers(FhirClient.PrivateName, mayBePrivate: true);
        return services
            .AddSingleton<AccessRules>()
            .AddSingleton<FhirClient>()
            .AddSingleton<Gatherer>();
    }

    /// <summary>No redirects, no cookies, no proxy that the environment happens to name, and only addresses that may be asked.</summary>
    private static void AddFhirServers(this IServiceCollection services, string name, bool mayBePrivate) =>
        services.AddHttpClient(name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                AutomaticDecompression = DecompressionMethods.All,
                ConnectCallback = new GuardedConnection(mayBePrivate).ConnectAsync,
                MaxConnectionsPerServer = ConnectionsPerServer,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .RemoveAllLoggers();
}
