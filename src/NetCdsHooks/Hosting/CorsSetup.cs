using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace NetCdsHooks.Hosting;

/// <summary>Lets browser-based clients call: the configured origins, or any in Development while none is; never with credentials .</summary>
internal sealed class CorsSetup(IOptions<ServiceOptions> options, IHostEnvironment environment) : IConfigureOptions<CorsOptions>
{
    private static readonly TimeSpan PreflightLife = TimeSpan.FromMinutes(10);

    public void Configure(CorsOptions cors) => cors.AddDefaultPolicy(policy =>
    {
        policy.WithMethods("GET", "POST", "OPTIONS").WithHeaders("authorization", "content-type").SetPreflightMaxAge(PreflightLife);
        if (environment.IsDevelopment() && options.Value.AllowedOrigins.Length == 0)
            policy.AllowAnyOrigin();
        else
            policy.SetIsOriginAllowed(new HashSet<string>(options.Value.AllowedOrigins, StringComparer.OrdinalIgnoreCase).Contains);
    });
}
