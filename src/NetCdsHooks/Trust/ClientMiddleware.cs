using Microsoft.Extensions.Options;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Trust;

/// <summary>Stands before every route of CDS Hooks and of the reports, so that none can be forgotten; discovery may be left open (D-15).</summary>
internal sealed class ClientMiddleware(RequestDelegate next, ClientGate gate, IOptions<ServiceOptions> options)
{
    private const string Services = "/cds-services";
    private const string Admin = "/admin";

    public async Task InvokeAsync(HttpContext http)
    {
        var route = RouteOf(http) ?? "";
        var isAdmin = IsUnder(Admin, route);
        if (isAdmin || (IsUnder(Services, route) && (route.Length > Services.Length || options.Value.ProtectDiscovery)))
            http.Features.Set(await gate.AdmitAsync(http, isAdmin));
        await next(http);
    }

    private static bool IsUnder(string start, string route) => route.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static string? RouteOf(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
}
