namespace NetCdsHooks.Hosting;

/// <summary>What discovery publishes.</summary>
internal enum PrefetchMode
{
    /// <summary>Everything that the cards read; for sites that allow no calls back.</summary>
    Full,

    /// <summary>Patient and problem list; the rest is fetched by FHIR access, and only for patients with a NET.</summary>
    Gate,
}
