using System.Collections.Immutable;

namespace NetCdsHooks.Trust.Registry;

/// <summary>The clients file as it is written, with its defaults; not yet checked.</summary>
internal sealed record ClientsConfig(ImmutableArray<ClientConfig> Clients, ImmutableDictionary<string, ProfileConfig> Profiles);
