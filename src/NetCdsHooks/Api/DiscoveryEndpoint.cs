using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering;
using NetCdsHooks.Hooks;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Api;

/// <summary>What clients may call, and what they should send along.</summary>
internal static class DiscoveryEndpoint
{
    /// <summary>The version of CDS Hooks that the service keeps to.</summary>
    private const string SpecificationVersion = "2.0.1";

    internal static JsonHttpResult<Discovery> Discover(KnowledgeStore knowledge, IOptions<ServiceOptions> options) =>
        TypedResults.Json(
            new Discovery([.. knowledge.Current.All.Select(service => Describe(service, options.Value.PrefetchMode))]),
            HookFormat.Answer.Discovery);

    private static DiscoveredService Describe(HookService service, PrefetchMode mode)
    {
        var prefetch = new OrderedDictionary<string, string>();
        foreach (var query in Published(service, mode))
            prefetch.Add(query.Key, query.Template);
        var (id, hook, title, description) = service.Definition;
        return new(hook.Name(), id, title, description, prefetch, CdsService.UsageRequirements, SpecificationVersion);
    }

    private static ImmutableArray<NeedQuery> Published(HookService service, PrefetchMode mode) => mode switch
    {
        PrefetchMode.Full => service.Queries,
        PrefetchMode.Gate => service.GateQueries,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, null),
    };
}
