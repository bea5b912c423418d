namespace NetCdsHooks.Gathering.Asking;

/// <summary>What a client of the registry wants different from <see cref="FhirAccessOptions"/>; null for what it leaves as it is.</summary>
internal sealed record FhirHabits(TimeSpan? Budget = null, TimeSpan? Preferred = null, SearchMethod? Search = null);
