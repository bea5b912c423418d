using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using NetCdsHooks.Hooks;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Api;

/// <summary>From an HTTP request to a call: media type, size, JSON, members.</summary>
internal sealed partial class RequestReader(IOptions<ServiceOptions> options, TimeProvider time, ILogger<RequestReader> logger)
{
    /// <exception cref="Refusal">400, 413 or 415.</exception>
    internal async Task<HookRequest> ReadAsync(HttpRequest http, CdsService service)
    {
        RequirePlainJson(http);
        var limit = options.Value.MaxBodyBytes;
        using var body = await PooledBody.ReadAsync(http.Body, http.ContentLength, limit, http.HttpContext.RequestAborted)
            ?? throw Refusal.TooLarge(limit);
        var request = HookRequestParser.Parse(body.Bytes, time.GetUtcNow(), service.Hook);
        if (!Guid.TryParse(request.HookInstance, out _))
            LogNoUuid();
        return request;
    }

    /// <exception cref="Refusal">415.</exception>
    internal static void RequirePlainJson(HttpRequest http)
    {
        if (!IsJson(http.ContentType))
            throw Refusal.WrongMediaType(http.ContentType);
        if (http.Headers.ContentEncoding is { Count: > 0 } coding && !string.Equals(coding, "identity", StringComparison.OrdinalIgnoreCase))
            throw Refusal.Compressed();
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    [LoggerMessage(LogLevel.Warning, "hookInstance is no UUID")]
    private partial void LogNoUuid();
}
