using System.ComponentModel.DataAnnotations;

namespace NetCdsHooks.Gathering.Asking;

/// <summary>How far the service goes in asking a FHIR server. A client of the registry may have times and a way of searching of its own.</summary>
internal sealed class FhirAccessOptions
{
    /// <summary>From the moment a call comes; what has not come by then is a gap.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>From the moment a call comes; from then on the answer is given as soon as there is a card to show. As long as the budget: always wait.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan Preferred { get; init; } = TimeSpan.FromMilliseconds(450);

    /// <summary>How queries are asked by default.</summary>
    public SearchMethod Search { get; init; } = SearchMethod.Get;

    /// <summary>Longest address of a GET; a longer search is asked by POST.</summary>
    [Range(500, 100_000)]
    public int MaxAddressLength { get; init; } = 4000;

    /// <summary>Requests to one server at once, of all calls together.</summary>
    [Range(1, 10_000)]
    public int MaxParallel { get; init; } = 512;

    /// <summary>Requests that wait for one of these places; one more is not made.</summary>
    [Range(0, 1_000_000)]
    public int MaxWaiting { get; init; } = 10_000;

    /// <summary>
    /// Proxy through which FHIR servers are asked, such as <c>http://proxy.example.org:3128</c>; none by default, whatever the environment names.
    /// It is the proxy then that resolves names, and so keeps requests out of the networks where they have no business.
    /// </summary>
    public string? Proxy { get; init; }

    /// <summary>Pages of one query.</summary>
    [Range(1, 1000)]
    public int MaxPages { get; init; } = 20;

    /// <summary>Resources of one query.</summary>
    [Range(1, 100_000)]
    public int MaxResources { get; init; } = 5000;

    /// <summary>Size of one page, uncompressed.</summary>
    [Range(1024, 100 * 1024 * 1024)]
    public int MaxPageBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Size of all pages of one call, uncompressed; when it is reached, no further page is asked for.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int MaxCallBytes { get; init; } = 64 * 1024 * 1024;

    /// <param name="habits">Of the client that calls, where it has any.</param>
    internal CallLimits LimitsFor(FhirHabits? habits) => new(habits?.Budget ?? Budget, habits?.Preferred ?? Preferred, MaxCallBytes);
}
