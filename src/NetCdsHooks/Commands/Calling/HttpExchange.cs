using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NetCdsHooks.Commands.Calling;

/// <summary>HTTP as a client of CDS Hooks speaks it: JSON both ways, no redirects, bounded in size and time.</summary>
internal sealed class HttpExchange : IDisposable
{
    private const long Largest = 50 * 1024 * 1024;
    private const long MostInAll = 200 * 1024 * 1024;

    private readonly HttpClient _http;
    private readonly List<string> _secrets = [];
    private long _read;

    internal HttpExchange(TimeSpan timeout) =>
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = timeout, MaxResponseContentBufferSize = Largest };

    /// <exception cref="CommandException">Nobody answered, or not in time.</exception>
    internal async Task<Reply> GetAsync(Uri address, string? token, string accept = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new(accept));
        return await SendAsync(request, token);
    }

    /// <inheritdoc cref="GetAsync"/>
    internal async Task<Reply> PostAsync(Uri address, JsonObject body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.Add(new("application/json"));
        return await SendAsync(request, token);
    }

    /// <summary>From here on this text is shown nowhere, even if somebody sends it back.</summary>
    internal void Hide(string secret) => _secrets.Add(secret);

    public void Dispose() => _http.Dispose();

    private async Task<Reply> SendAsync(HttpRequestMessage request, string? token)
    {
        if (token is not null)
        {
            Hide(token);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        try
        {
            using var response = await _http.SendAsync(request);
            var body = await response.Content.ReadAsByteArrayAsync();
            _read += body.LongLength;
            return _read <= MostInAll
                ? new((int)response.StatusCode, Parse(WithoutSecrets(Encoding.UTF8.GetString(body).TrimStart('\uFEFF'))))
                : throw new CommandException($"{request.RequestUri}: found more than {MostInAll / 1024 / 1024} MiB in all answers; accepted: less");
        }
        catch (HttpRequestException exception)
        {
            throw new CommandException($"{request.RequestUri}: no answer: {exception.Message}");
        }
        catch (TaskCanceledException)
        {
            throw new CommandException($"{request.RequestUri}: no answer within {_http.Timeout.TotalSeconds:0.#} s");
        }
    }

    private string WithoutSecrets(string text) =>
        _secrets.Aggregate(text, (left, secret) => left.Replace(secret, "(token)", StringComparison.Ordinal));

    private static JsonNode? Parse(string text)
    {
        try
        {
            var json = JsonNode.Parse(text, documentOptions: new() { AllowDuplicateProperties = false });
            ReadTexts(json);
            return json;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Half of a surrogate pair is noticed only when a text is read.</summary>
    private static void ReadTexts(JsonNode? node)
    {
        if (node is JsonObject members)
            foreach (var (_, value) in members)
                ReadTexts(value);
        else if (node is JsonArray items)
            foreach (var item in items)
                ReadTexts(item);
        else if (node is JsonValue value)
            value.TryGetValue<string>(out _);
    }
}

/// <param name="Json">Null when the body is no JSON.</param>
internal sealed record Reply(int Status, JsonNode? Json)
{
    internal bool IsSuccess => Status is >= 200 and < 300;
}
