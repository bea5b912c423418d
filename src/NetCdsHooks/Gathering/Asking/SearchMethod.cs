namespace NetCdsHooks.Gathering.Asking;

/// <summary>How a FHIR server is asked.</summary>
internal enum SearchMethod
{
    /// <summary>A GET for each query; a POST to <c>_search</c> for one that is long.</summary>
    Get,

    /// <summary>A POST to <c>_search</c> for each search.</summary>
    Post,

    /// <summary>All that is needed at one moment as one batch Bundle; where the server does not take it, as <see cref="Get"/>.</summary>
    Batch,
}
