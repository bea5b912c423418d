using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace NetCdsHooks.Api.OpenApi;

/// <summary>What each endpoint is for, what it takes and what it answers.</summary>
internal sealed class EndpointText : IOpenApiOperationTransformer
{
    /// <summary>On an example: the status that it is answered with.</summary>
    internal const string StatusExtension = "x-status";

    private const string Json = "application/json";

    private static readonly Dictionary<int, string> Meanings = new()
    {
        [400] = "The body is not what is asked for; an OperationOutcome names the member, what was found and what is accepted",
        [401] = "The token is missing or not good; the reason stands in the log alone",
        [403] = "This client may not use what is at this address",
        [404] = "There is no such service",
        [412] = "The problem list was neither sent nor could it be read",
        [413] = "The body is too large",
        [415] = "The body is no JSON by its media type",
        [503] = "Not now; Retry-After tells when",
    };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        switch (context.Description.RelativePath)
        {
            case "cds-services":
                Describe(operation, "discovery", "The services, and what clients should send along", "The list of services", [401, 503]);
                break;
            case "cds-services/{id}":
                Describe(operation, "call", "Advice at a moment of the workflow", "Cards; none is an answer too", [400, 401, 403, 404, 412, 413, 415, 503]);
                break;
            case "cds-services/{id}/feedback":
                Describe(operation, "feedback", "What clinicians did with cards", "How many items were kept, and which were not, with the reason", [400, 401, 403, 404, 413, 415, 503]);
                break;
            case "admin/unmapped":
                Describe(operation, "unmapped", "Codes of records that no concept lists, though their wording means one", "The codes, without anything of a patient", [401, 403, 503]);
                break;
            default:
                throw new InvalidOperationException($"Nothing is told of {context.Description.RelativePath}.");
        }

        return Task.CompletedTask;
    }

    private static void Describe(OpenApiOperation operation, string id, string summary, string success, int[] refusals)
    {
        operation.OperationId = id;
        operation.Summary = summary;
        operation.Tags = null;
        operation.Responses = new() { ["200"] = new OpenApiResponse { Description = success, Content = Content() } };
        foreach (var status in refusals)
            operation.Responses.Add($"{status}", new OpenApiResponse { Description = Meanings[status], Content = Content() });
        if (id == "discovery")
            return;
        var shown = Content();
        shown[Json].Examples = ApiExample.Of(id).ToDictionary(example => example.Name, Shown);
        if (id == "unmapped")
            operation.Responses["200"] = new OpenApiResponse { Description = success, Content = shown };
        else
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = shown };
    }

    private static IOpenApiExample Shown(ApiExample example) => new OpenApiExample
    {
        Summary = $"Answered with {example.Status}",
        Value = example.Body.DeepClone(),
        Extensions = new Dictionary<string, IOpenApiExtension> { [StatusExtension] = new JsonNodeExtension(JsonValue.Create(example.Status)) },
    };

    private static Dictionary<string, OpenApiMediaType> Content() => new() { [Json] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } } };
}
