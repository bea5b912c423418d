namespace NetCdsHooks.Api.OpenApi;

/// <summary>The OpenAPI document of all endpoints, at <c>/openapi/v1.json</c>; it tells no more than discovery and the README do.</summary>
internal static class ApiDescription
{
    internal static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath is { } path
            && (path.StartsWith("cds-services", StringComparison.Ordinal) || path.StartsWith("admin", StringComparison.Ordinal));
        options.AddOperationTransformer<EndpointText>();
        options.AddDocumentTransformer((document, context, _) =>
        {
            document.Info = new() { Title = "NetCdsHooks", Version = "1", Description = "CDS Hooks 2.0.1 services for neuroendocrine tumours. The bodies are those of the specification at https://cds-hooks.org." };
            document.Servers = [];
            document.Tags = null;
            ApiParts.AddTo(document);
            ApiParts.Secure(document, context.ApplicationServices);
            return Task.CompletedTask;
        });
    });

    internal static void MapApiDescription(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi/{documentName}.json");
}
