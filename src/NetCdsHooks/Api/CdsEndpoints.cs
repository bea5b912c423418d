using NetCdsHooks.Gathering;
using NetCdsHooks.Hosting;
using NetCdsHooks.Trust;

namespace NetCdsHooks.Api;

internal static class CdsEndpoints
{
    internal static IServiceCollection AddCdsServices(this IServiceCollection services) => services
        .AddSingleton<ServiceMeter>()
        .AddSingleton<RequestReader>()
        .AddSingleton<Answerer>();

    internal static void MapCdsServices(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cds-services", DiscoveryEndpoint.Discover);
        routes.MapPost("/cds-services/{id}", CallAsync);
    }

    private static async Task CallAsync(
        string id, Caller caller, HttpContext http, KnowledgeStore knowledge, RequestReader reader, Gatherer gatherer, SiteClock clock, Answerer answerer)
    {
        var service = knowledge.Current.Find(id) ?? throw Refusal.UnknownService();
        var request = await reader.ReadAsync(http.Request, service.Definition);
        var (record, trace) = await gatherer.GatherAsync(request, caller, service, clock, http.RequestAborted);
        ServerTiming.Write(http, trace);
        var picture = service.Picture(record, clock);
        var decisions = service.Decide(picture);
        await answerer.AnswerAsync(http, caller, service, request, record, picture, decisions);
    }
}
