using Microsoft.OpenApi;

namespace NetCdsHooks.Api.OpenApi;

/// <summary>The OpenAPI document of all endpoints, at <c>/openapi/v1.json</c>; it tells no more than discovery and the README do.</summary>
internal static class ApiDescription
{
    internal static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath is { } path
            && (path.StartsWith("cds-services", StringComparison.Ordinal) || path.StartsWith("admin", StringComparison.Ordinal));
        options.AddOperationTransformer<EndpointText>();
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "NetCdsHooks", Version = "1", Description = "CDS Hooks 2.0.1 services for neuroendocrine tumours. The bodies are those of the specification at https://cds-hooks.org." };
            document.Servers = [];
            document.Paths.Add("/health", Health());
            return Task.CompletedTask;
        });
    });

    internal static void MapApiDescription(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi/{documentName}.json");

    /// <summary>Health checks are no part of what ASP.NET describes by itself.</summary>
    private static OpenApiPathItem Health() => new()
    {
        Operations = new()
        {
            [HttpMethod.Get] = new()
            {
                OperationId = "health",
                Summary = "State of the knowledge, of the clients and of the feedback journal",
                Responses = new() { ["200"] = new OpenApiResponse { Description = "Healthy, or degraded: the last good state is in use" } },
            },
        },
    };
}
