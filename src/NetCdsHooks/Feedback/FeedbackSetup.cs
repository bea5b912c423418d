using Microsoft.Extensions.Options;
using NetCdsHooks.Feedback.Journal;
using NetCdsHooks.Feedback.Uuids;
using NetCdsHooks.Hosting;
using NetCdsHooks.Trust;

namespace NetCdsHooks.Feedback;

internal static class FeedbackSetup
{
    internal static IServiceCollection AddFeedback(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<ServiceOptions>, FeedbackOptionsValidator>();
        services.AddSingleton(provider => FeedbackPlace.Key(OptionsOf(provider)));
        services.AddSingleton(provider => new FeedbackJournal(
            FeedbackPlace.Folder(OptionsOf(provider).Feedback.Folder),
            OptionsOf(provider).Feedback.MaxMegabytesADay * 1024L * 1024L,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<FeedbackJournal>>()));
        services.AddSingleton<IFeedbackStore>(provider => provider.GetRequiredService<FeedbackJournal>());
        services.AddSingleton<CardUuids>().AddSingleton<CardDirectory>().AddSingleton<FeedbackMatcher>().AddSingleton<FeedbackEndpoint>();
        services.AddSingleton<ShownCounts>().AddHostedService<ShownCountsWriter>();
        services.AddHealthChecks().AddCheck<FeedbackHealth>("feedback");
        return services;
    }

    internal static void MapFeedback(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/cds-services/{id}/feedback", (string id, Caller caller, HttpContext http, FeedbackEndpoint endpoint) =>
            endpoint.GiveAsync(id, caller.Name, http));

    private static ServiceOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<ServiceOptions>>().Value;
}
