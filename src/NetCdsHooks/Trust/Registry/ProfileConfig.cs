using System.Collections.Immutable;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Trust.Registry;

/// <summary>What a client can show, as the file writes it. The defaults suit a client of which nothing is known.</summary>
/// <param name="Node">Where it stands; null for the default.</param>
internal sealed record ProfileConfig(JsonNodeReader? Node)
{
    /// <summary><c>any</c>, <c>at-most-one</c>, or <c>as-card</c>: what suits the card.</summary>
    internal string SelectionBehavior { get; init; } = "at-most-one";

    /// <summary>A suggestion with more actions is offered as several; by default there is no limit.</summary>
    internal decimal? ActionsPerSuggestion { get; init; }

    internal decimal MaxCards { get; init; } = 9;

    /// <summary>Whether cards carry links. The detail names the sources in either case.</summary>
    internal bool Links { get; init; }

    /// <summary><c>never</c>, <c>when-any</c>, or <c>always</c>: an empty list too, where CRD wants one.</summary>
    internal string SystemActions { get; init; } = "never";

    /// <summary><c>as-card</c>, <c>alphanumeric</c>, or <c>none</c> for clients of version 1.0.</summary>
    internal string Topic { get; init; } = "alphanumeric";

    /// <summary><c>markdown</c> or <c>plain-text</c>.</summary>
    internal string Detail { get; init; } = "markdown";

    /// <summary>Whether the form of the detail is told by Epic's extension.</summary>
    internal bool AnnounceDetailType { get; init; }

    /// <summary>Codes of the reasons that are offered; by default all.</summary>
    internal ImmutableArray<string>? OverrideReasons { get; init; }
}
