using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Trust.Registry;

/// <summary>How the FHIR servers of a client are asked, as the file writes it.</summary>
/// <param name="Node">Where it stands, for what is found wrong with it.</param>
internal sealed record FhirHabitsConfig(JsonNodeReader Node)
{
    /// <summary>One of get, post and batch.</summary>
    internal string? Search { get; init; }

    internal decimal? BudgetMilliseconds { get; init; }

    internal decimal? PreferredMilliseconds { get; init; }
}
