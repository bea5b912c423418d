using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;
using NetCdsHooks.Hosting;
using NetCdsHooks.Trust;

namespace NetCdsHooks.Api;

internal static class Pipeline
{
    internal static IServiceCollection AddBrowserClients(this IServiceCollection services) =>
        services.AddCors().AddSingleton<IConfigureOptions<CorsOptions>, CorsSetup>();

    /// <summary>What stands before every route: the log line, the rules for browsers, the form of errors, who calls.</summary>
    internal static void UsePipeline(this WebApplication app)
    {
        app.UseMiddleware<RequestLineMiddleware>();
        app.UseCors();
        app.UseMiddleware<RefusalMiddleware>();
        app.UseTrust();
    }
}
