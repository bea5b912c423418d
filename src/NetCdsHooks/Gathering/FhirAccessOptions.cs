using System.ComponentModel.DataAnnotations;

namespace NetCdsHooks.Gathering;

/// <summary>How far the service goes in asking a FHIR server during one call.</summary>
internal sealed class FhirAccessOptions
{
    /// <summary>Time for all queries of a call together; what has not come by then is a gap.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Pages of one query.</summary>
    [Range(1, 1000)]
    public int MaxPages { get; init; } = 20;

    /// <summary>Resources of one query.</summary>
    [Range(1, 100_000)]
    public int MaxResources { get; init; } = 5000;

    /// <summary>Size of one page, uncompressed.</summary>
    [Range(1024, 100 * 1024 * 1024)]
    public int MaxPageBytes { get; init; } = 10 * 1024 * 1024;
}
