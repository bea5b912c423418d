using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace NetCdsHooks.Tests.Support;

/// <summary>Stands for the whole outside world: remembers every request that the service makes, and answers for key sets.</summary>
internal sealed class KeyServer : HttpMessageHandler
{
    private readonly ConcurrentQueue<Uri> _requests = new();

    /// <summary>Null answers 500.</summary>
    internal volatile JsonObject? Keys = TokenMaker.KeySet(
        TokenMaker.Jwk(TokenMaker.Ec, TokenMaker.EcKeyId), TokenMaker.Jwk(TokenMaker.Rsa, TokenMaker.RsaKeyId));

    /// <summary>Answers instead of <see cref="Keys"/>.</summary>
    internal Func<HttpResponseMessage>? Instead { get; set; }

    /// <summary>Awaited before each answer.</summary>
    internal Func<CancellationToken, Task>? Wait { get; set; }

    internal string? CacheControl { get; set; }

    internal IReadOnlyList<Uri> Requests => [.. _requests];

    internal void Forget() => _requests.Clear();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _requests.Enqueue(request.RequestUri!);
        if (Wait is { } wait)
            await wait(cancellationToken);
        if (Instead is { } instead)
            return instead();
        if (Keys is not { } keys)
            return new(HttpStatusCode.InternalServerError);
        var response = new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(keys.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (CacheControl is { } cache)
            response.Headers.Add("Cache-Control", cache);
        return response;
    }
}
