using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NetCdsHooks.Sandbox.Samples;

namespace NetCdsHooks.Sandbox.Page;

internal static class PageEndpoint
{
    public static void MapSandboxPage(this IEndpointRouteBuilder routes)
    {
        var template = PageTemplate.Load();
        routes.MapGet("/", (HttpContext context, SampleStore store) => Show(context, template, store.Today));
    }

    private static IResult Show(HttpContext context, PageTemplate template, SampleSet samples)
    {
        var request = context.Request;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = template.ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";

        var origin = $"{request.Scheme}://{request.Host}{request.PathBase}";
        var patients = samples.Samples.Select(sample => PatientCard.Of(sample, samples.AsOf, origin));
        return Results.Content(template.Fill(origin, LongDate(samples.AsOf), LongDate(SampleReader.WrittenFor), patients), "text/html; charset=utf-8");
    }

    private static string LongDate(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
