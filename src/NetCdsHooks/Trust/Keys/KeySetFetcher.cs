using System.Net;
using System.Net.Http.Headers;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Trust.Keys;

/// <summary>Asks for the key set of a client: one GET, no redirect, no proxy, limits of size and time.</summary>
internal sealed partial class KeySetFetcher(IHttpClientFactory clients, TimeProvider time, ILogger<KeySetFetcher> logger)
{
    /// <summary>Name of the <see cref="HttpClient"/>.</summary>
    internal const string Name = "keys";

    private const int MaxBytes = 64 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ShortestLife = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan UsualLife = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(24);

    /// <summary>Never throws: null when it could not be had.</summary>
    internal async Task<FetchedKeys?> FetchAsync(Uri address)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            using var client = clients.CreateClient(Name);
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (response.StatusCode != HttpStatusCode.OK)
                return Failed(address, $"status {(int)response.StatusCode}");
            await using var stream = await response.Content.ReadAsStreamAsync(patience.Token);
            using var body = await PooledBody.ReadAsync(stream, response.Content.Headers.ContentLength, MaxBytes, patience.Token);
            if (body is null)
                return Failed(address, $"more than {MaxBytes} bytes");
            if (KeySetReader.ReadPublished(body.Bytes.ToArray()) is not { } keys)
                return Failed(address, "no JWK Set");
            LogFetched(address, keys.Count);
            return new(keys, LifeOf(response.Headers.CacheControl));
        }
        catch (OperationCanceledException)
        {
            return Failed(address, $"no answer within {Patience.TotalSeconds} s");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return Failed(address, exception.GetType().Name);
        }
    }

    /// <summary>As its headers say, within 5 minutes and 24 hours (J-17).</summary>
    private static TimeSpan LifeOf(CacheControlHeaderValue? cache)
    {
        var life = cache is { NoCache: true } or { NoStore: true } ? ShortestLife : cache?.MaxAge ?? UsualLife;
        return life < ShortestLife ? ShortestLife : life > LongestLife ? LongestLife : life;
    }

    private FetchedKeys? Failed(Uri address, string reason)
    {
        LogFailed(address, reason);
        return null;
    }

    [LoggerMessage(LogLevel.Information, "{Count} key(s) fetched from {Address}")]
    private partial void LogFetched(Uri address, int count);

    [LoggerMessage(LogLevel.Warning, "The keys at {Address} could not be fetched: {Reason}")]
    private partial void LogFailed(Uri address, string reason);
}

/// <param name="Life">How long they need not be asked for again.</param>
internal sealed record FetchedKeys(KeySet Keys, TimeSpan Life);
