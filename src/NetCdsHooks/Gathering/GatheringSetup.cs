using System.Net;

namespace NetCdsHooks.Gathering;

internal static class GatheringSetup
{
    private const int ConnectionsPerServer = 32;

    internal static IServiceCollection AddGathering(this IServiceCollection services)
    {
        services.AddHttpClient(FhirClient.Name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.All,
                MaxConnectionsPerServer = ConnectionsPerServer,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .RemoveAllLoggers();
        return services
            .AddSingleton<AccessRules>()
            .AddSingleton<FhirClient>()
            .AddSingleton<Gatherer>();
    }
}
