using System.Collections.Immutable;

namespace NetCdsHooks.Clinical.Fhir;

public sealed record Bundle : Resource
{
    public string? Type { get; init; }

    public int? Total { get; init; }

    public ImmutableArray<BundleLink> Link { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<BundleEntry> Entry { get => field.IsDefault ? [] : field; init; }
}

public sealed record BundleLink
{
    public string? Relation { get; init; }

    public string? Url { get; init; }
}

public sealed record BundleEntry
{
    public string? FullUrl { get; init; }

    public Resource? Resource { get; init; }

    public BundleSearch? Search { get; init; }

    public BundleResponse? Response { get; init; }
}

public sealed record BundleSearch
{
    public string? Mode { get; init; }
}

/// <summary>How one entry of a batch went.</summary>
public sealed record BundleResponse
{
    /// <summary>An HTTP status, perhaps with words, such as <c>200 OK</c>.</summary>
    public string? Status { get; init; }
}
