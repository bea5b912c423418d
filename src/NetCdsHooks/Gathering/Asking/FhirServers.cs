using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Gathering.Asking;

/// <summary>The FHIR servers that calls have named, by base address.</summary>
internal sealed class FhirServers(IOptions<ServiceOptions> options, TimeProvider time, ILogger<FhirServer> logger)
{
    /// <summary>Outside Development only registered servers come here; in Development anybody may name any.</summary>
    private const int Most = 1000;

    private readonly ConcurrentDictionary<string, FhirServer> _servers = new();

    internal FhirServer At(Uri baseUrl)
    {
        if (_servers.TryGetValue(baseUrl.AbsoluteUri, out var known))
            return known;
        if (_servers.Count >= Most)
            _servers.Clear();
        return _servers.GetOrAdd(baseUrl.AbsoluteUri, _ => new FhirServer(options.Value.Fhir, time, logger));
    }
}
