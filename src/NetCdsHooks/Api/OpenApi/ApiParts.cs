using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using NetCdsHooks.Hosting;
using NetCdsHooks.Trust.Registry;

namespace NetCdsHooks.Api.OpenApi;

/// <summary>What ASP.NET cannot infer, written by hand in <c>parts.json</c>: the bodies, the token of clients, and <c>/health</c>.</summary>
internal static class ApiParts
{
    private const string Token = "clientToken";

    internal static void AddTo(OpenApiDocument document)
    {
        var parts = Read();
        document.Components ??= new();
        document.Components.Schemas = parts.Components!.Schemas;
        document.Components.SecuritySchemes = parts.Components.SecuritySchemes;
        foreach (var (path, item) in parts.Paths)
            document.Paths.Add(path, item);
    }

    /// <summary>Says of each operation whether it asks for a token here: wherever clients are listed, and discovery if it is protected.</summary>
    internal static void Secure(OpenApiDocument document, IServiceProvider services)
    {
        var hasClients = services.GetRequiredService<RegistryStore>().Current is not null;
        var isDiscoveryOpen = !services.GetRequiredService<IOptions<ServiceOptions>>().Value.ProtectDiscovery;
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations!.Values).Where(operation => operation.OperationId != "health"))
        {
            var token = new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, document)] = [] };
            operation.Security = hasClients && !(isDiscoveryOpen && operation.OperationId == "discovery") ? [token] : [new(), token];
        }
    }

    private static OpenApiDocument Read()
    {
        using var stream = typeof(ApiParts).Assembly.GetManifestResourceStream("NetCdsHooks.Api.OpenApi.parts.json")!;
        using var reader = new StreamReader(stream);
        var (document, diagnostic) = OpenApiDocument.Parse(reader.ReadToEnd(), "json");
        return diagnostic is { Errors.Count: > 0 }
            ? throw new InvalidOperationException($"parts.json: {string.Join("; ", diagnostic.Errors)}")
            : document ?? throw new InvalidOperationException("parts.json holds no document.");
    }
}
