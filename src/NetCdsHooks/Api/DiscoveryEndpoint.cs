using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering.Templates;
using NetCdsHooks.Hooks;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Api;

/// <summary>What clients may call, and what they should send along.</summary>
internal static class DiscoveryEndpoint
{
    internal static JsonHttpResult<Discovery> Discover(KnowledgeStore knowledge, IOptions<ServiceOptions> options) =>
        TypedResults.Json(
            new Discovery([.. knowledge.Current.All.Select(service => Describe(service, options.Value))]),
            HookFormat.Answer.Discovery);

    private static DiscoveredService Describe(HookService service, ServiceOptions options)
    {
        var edition = options.CdsHooks;
        var prefetch = new OrderedDictionary<string, string>();
        foreach (var query in Published(service, options.PrefetchMode))
            prefetch.Add(query.Key, query.PublishedFor(edition));
        var (id, hook, title, description) = service.Definition;
        return new(
            hook.Name(), id, title, description, prefetch,
            $"{CdsService.UsageRequirements} Scopes for FHIR access: {string.Join(' ', Scopes(service, edition))}.",
            edition == SpecificationEdition.V3 ? "3.0.0" : "2.0.1",
            edition == SpecificationEdition.V3 ? service.Definition.HookVersion : null);
    }

    /// <summary>SMART 2 knows reading and searching, SMART 1 only both.</summary>
    private static IEnumerable<string> Scopes(HookService service, SpecificationEdition edition) =>
        service.Queries.Select(query => $"patient/{query.ResourceType}.{(edition == SpecificationEdition.V2 ? "read" : query.IsRead ? "r" : "rs")}").Distinct();

    private static ImmutableArray<NeedQuery> Published(HookService service, PrefetchMode mode) => mode switch
    {
        PrefetchMode.Full => service.Queries,
        PrefetchMode.Gate => service.GateQueries,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, null),
    };
}
