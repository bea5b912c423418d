using Microsoft.Extensions.Options;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Trust;

/// <summary>Stands before every route of CDS Hooks, so that none can be forgotten; discovery may be left open (D-15).</summary>
internal sealed class ClientMiddleware(RequestDelegate next, ClientGate gate, IOptions<ServiceOptions> options)
{
    private const string Services = "/cds-services";

    public async Task InvokeAsync(HttpContext http)
    {
        if (RouteOf(http) is { } route && route.StartsWith(Services, StringComparison.OrdinalIgnoreCase)
            && (route.Length > Services.Length || options.Value.ProtectDiscovery))
            http.Features.Set(await gate.AdmitAsync(http));
        await next(http);
    }

    private static string? RouteOf(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
}
