using Microsoft.AspNetCore.Http.HttpResults;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Api.Admin;

/// <summary>Reports for those who run the service. Everything under <c>/admin</c> is for clients with that right alone.</summary>
internal static class AdminSetup
{
    internal static IServiceCollection AddAdmin(this IServiceCollection services) => services.AddSingleton<UnmappedCounts>();

    internal static void MapAdmin(this IEndpointRouteBuilder routes) => routes.MapGet("/admin/unmapped", TellUnmapped);

    private static JsonHttpResult<UnmappedReport> TellUnmapped(HttpContext http, UnmappedCounts counts, KnowledgeStore knowledge)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(counts.Report(knowledge.Current.Knowledge.Concepts), AdminJson.Plain.UnmappedReport);
    }
}
