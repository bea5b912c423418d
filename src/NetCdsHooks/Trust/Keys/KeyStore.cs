using System.Collections.Concurrent;
using NetCdsHooks.Trust.Registry;

namespace NetCdsHooks.Trust.Keys;

/// <summary>The keys of all clients. Fetched sets outlive a change of the registry.</summary>
internal sealed class KeyStore(KeySetFetcher fetcher, TimeProvider time)
{
    private readonly ConcurrentDictionary<Uri, RemoteKeySet> _remote = new();

    internal async Task<KeySearch> FindAsync(Client client, string keyId, CancellationToken aborted) => client.KeySetUrl is { } address
        ? await At(address).FindAsync(keyId, aborted)
        : new(client.Keys?.Find(keyId), SourceFailed: false);

    /// <summary>Without asking anybody.</summary>
    internal ClientKey? Known(Client client, string keyId) =>
        client.KeySetUrl is { } address ? At(address).Known(keyId) : client.Keys?.Find(keyId);

    private RemoteKeySet At(Uri address) => _remote.GetOrAdd(address, _ => new RemoteKeySet(address, fetcher, time));
}
