using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NetCdsHooks.Sandbox.Fhir;
using NetCdsHooks.Sandbox.Page;
using NetCdsHooks.Sandbox.Samples;

namespace NetCdsHooks.Sandbox;

/// <summary>What a newcomer looks at: a page of invented patients at <c>/</c> and their FHIR R4 data under <c>/fhir</c>.</summary>
public static class SandboxExtensions
{
    public static IServiceCollection AddSandbox(this IServiceCollection services, Action<SandboxOptions>? configure = null)
    {
        services.AddOptions<SandboxOptions>().Configure(options => configure?.Invoke(options));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ISampleSource, EmbeddedSampleSource>();
        services.TryAddSingleton<SampleStore>();
        return services;
    }

    /// <summary>Needs <see cref="AddSandbox"/>. Neither route asks who calls: map it in development only.</summary>
    public static IEndpointRouteBuilder MapSandbox(this IEndpointRouteBuilder routes)
    {
        routes.MapSandboxFhir();
        routes.MapSandboxPage();
        return routes;
    }
}
