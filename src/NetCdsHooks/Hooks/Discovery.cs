using System.Collections.Immutable;

namespace NetCdsHooks.Hooks;

/// <summary>The answer to <c>GET /cds-services</c>.</summary>
internal sealed record Discovery(ImmutableArray<DiscoveredService> Services);

/// <param name="Prefetch">Query templates by key, in the order in which they matter.</param>
/// <param name="Version">The version of CDS Hooks that is spoken (D-10).</param>
/// <param name="HookVersion">That of the hook's definition (D-11); null under 2.0, which has no such member.</param>
internal sealed record DiscoveredService(
    string Hook,
    string Id,
    string Title,
    string Description,
    IReadOnlyDictionary<string, string> Prefetch,
    string UsageRequirements,
    string Version,
    string? HookVersion);
