using System.Collections.Immutable;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Trust.Registry;

/// <summary>One client as the file writes it.</summary>
/// <param name="Node">Where it stands, for what is found wrong with it.</param>
internal sealed record ClientConfig(JsonNodeReader Node)
{
    internal static readonly ImmutableArray<string> DefaultAlgorithms = ["ES384", "RS384"];

    /// <summary>What the log calls it.</summary>
    internal string? Name { get; init; }

    /// <summary>The <c>iss</c> of its tokens.</summary>
    internal string? Issuer { get; init; }

    /// <summary>Where its keys are fetched; then also the only <c>jku</c> that is accepted.</summary>
    internal string? KeySetUrl { get; init; }

    /// <summary>Its JWK Set, where it was exchanged out of band.</summary>
    internal JsonNodeReader? Keys { get; init; }

    /// <summary>The <c>jku</c> that its tokens may carry beside <see cref="Keys"/>; it is never asked.</summary>
    internal string? Jku { get; init; }

    internal ImmutableArray<string> Algorithms { get; init; } = DefaultAlgorithms;

    /// <summary>Values of <c>aud</c> that are accepted beside the address called.</summary>
    internal ImmutableArray<string> Audiences { get; init; } = [];

    /// <summary>By default <c>tenant</c> is not looked at.</summary>
    internal ImmutableArray<string>? Tenants { get; init; }

    /// <summary>Ids of the services that it may use; by default all.</summary>
    internal ImmutableArray<string>? Services { get; init; }

    /// <summary>Base addresses that it may name as <c>fhirServer</c>; by default none.</summary>
    internal ImmutableArray<string> FhirServers { get; init; } = [];

    /// <summary>Whether they may stand in a private network or on this machine; link-local addresses are never asked.</summary>
    internal bool PrivateFhirServers { get; init; }

    /// <summary>How they are asked, and how long an answer may take.</summary>
    internal FhirHabitsConfig? Fhir { get; init; }

    /// <summary>The longest time from <c>iat</c> to <c>exp</c>.</summary>
    internal decimal TokenLifeSeconds { get; init; } = 3600;

    /// <summary>Whether it may read the reports under <c>/admin</c>.</summary>
    internal bool Admin { get; init; }

    /// <summary>Name of a profile of the file; by default the strict one.</summary>
    internal string? Profile { get; init; }
}
