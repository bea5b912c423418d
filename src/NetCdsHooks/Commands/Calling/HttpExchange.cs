using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NetCdsHooks.Commands.Calling;

/// <summary>HTTP as a client of CDS Hooks speaks it: JSON both ways, no redirects, bounded in size and time.</summary>
internal sealed class HttpExchange : IDisposable
{
    private const long Largest = 50 * 1024 * 1024;

    private readonly HttpClient _http;

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

    public void Dispose() => _http.Dispose();

    private async Task<Reply> SendAsync(HttpRequestMessage request, string? token)
    {
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await _http.SendAsync(request);
            return new((int)response.StatusCode, Parse(await response.Content.ReadAsStringAsync()));
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

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new() { AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Json">Null when the body is no JSON.</param>
internal sealed record Reply(int Status, JsonNode? Json)
{
    internal bool IsSuccess => Status is >= 200 and < 300;
}
