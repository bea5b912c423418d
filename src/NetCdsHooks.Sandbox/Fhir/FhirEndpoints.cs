using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using NetCdsHooks.Sandbox.Samples;

namespace NetCdsHooks.Sandbox.Fhir;

/// <summary>The samples as a read-only FHIR R4 server.</summary>
internal static class FhirEndpoints
{
    private const string Root = "/fhir";
    private const string SearchSegment = "_search";

    public static void MapSandboxFhir(this IEndpointRouteBuilder routes)
    {
        var fhir = routes.MapGroup(Root).AddEndpointFilter(Answer).DisableAntiforgery();
        fhir.MapGet("metadata", Metadata);
        fhir.MapGet("{type}", (string type, HttpRequest request, SampleStore store) => Search(type, [.. Pairs(request.Query)], request, store));
        fhir.MapGet("{type}/{id}", Read);
        fhir.MapPost($"{{type}}/{SearchSegment}", SearchByForm);
        fhir.MapFallback("{**path}", Refuse);
    }

    /// <summary>Refusals become OperationOutcomes; pages of other origins may read, since nothing here is real or secret.</summary>
    private static async ValueTask<object?> Answer(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
        try
        {
            return await next(context);
        }
        catch (FhirRefusal refusal)
        {
            return FhirResult.Outcome(refusal);
        }
    }

    private static IResult Metadata(HttpRequest request, SampleStore store)
    {
        var samples = store.Today;
        return FhirResult.Ok(writer => CapabilityStatement.Write(writer, BaseOf(request), samples.AsOf, TypesOf(samples)));
    }

    private static IResult Read(string type, string id, SampleStore store)
    {
        var samples = store.Today;
        RequireType(type, samples);
        var resource = samples.Find(type, id) ?? throw FhirRefusal.NotFound($"There is no {type}/{id} among the samples.");
        return FhirResult.Ok(writer => writer.WriteRawValue(resource.Json.GetRawText()));
    }

    private static IResult Search(string type, List<KeyValuePair<string, string>> asked, HttpRequest request, SampleStore store)
    {
        var samples = store.Today;
        RequireType(type, samples);
        var query = SearchQuery.Read(type, asked);
        var found = query.Run(samples.OfType(type));
        return FhirResult.Ok(writer => SearchBundle.Write(writer, BaseOf(request), query, found));
    }

    private static async Task<IResult> SearchByForm(string type, HttpRequest request, SampleStore store)
    {
        if (!request.HasFormContentType)
            throw FhirRefusal.NotSupported(StatusCodes.Status415UnsupportedMediaType, "A search by POST carries its parameters as application/x-www-form-urlencoded.");

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return Search(type, [.. Pairs(request.Query), .. Pairs(form)], request, store);
    }

    private static IResult Refuse(HttpContext context)
    {
        var request = context.Request;
        var headers = context.Response.Headers;
        if (HttpMethods.IsOptions(request.Method))
        {
            headers.AccessControlAllowMethods = "GET, POST, OPTIONS";
            headers.AccessControlAllowHeaders = "accept, authorization, content-type, cache-control";
            return Results.NoContent();
        }

        if (HttpMethods.IsGet(request.Method))
            throw FhirRefusal.NotFound($"Nothing at {request.Path}; accepted: {Root}/metadata, {Root}/[type]/[id], {Root}/[type]?[parameters].");

        headers.Allow = "GET, OPTIONS";
        throw FhirRefusal.NotSupported(
            StatusCodes.Status405MethodNotAllowed,
            $"{request.Method} is not supported here: the samples can be read and searched (GET, or POST to {Root}/[type]/{SearchSegment}), not changed.");
    }

    private static void RequireType(string type, SampleSet samples)
    {
        var types = TypesOf(samples).ToList();
        if (!types.Contains(type))
            throw FhirRefusal.NotFound($"No resource type '{type}' here; accepted: {string.Join(", ", types)}.");
    }

    private static IEnumerable<string> TypesOf(SampleSet samples) => SearchCatalog.Types.Union(samples.Types).Order(StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> Pairs(IEnumerable<KeyValuePair<string, StringValues>> values) =>
        values.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")));

    private static string BaseOf(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}{Root}";
}
