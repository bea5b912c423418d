using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NetCdsHooks.Hooks;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Api;

/// <summary>The one place where a call that fails becomes an OperationOutcome.</summary>
internal sealed partial class RefusalMiddleware(RequestDelegate next, IOptions<ServiceOptions> options, ILogger<RefusalMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (OfRouting(http) is { } refusal)
                await WriteAsync(http, refusal);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            if (!http.Response.HasStarted)
                http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            await WriteAsync(http, exception as Refusal ?? OfServer(http, exception));
        }
    }

    private static Refusal? OfRouting(HttpContext http)
    {
        var response = http.Response;
        if (response.HasStarted || response.ContentType is not null)
            return null;
        return response.StatusCode switch
        {
            StatusCodes.Status404NotFound => Refusal.UnknownService(HintFor(http.Request.Path)),
            StatusCodes.Status405MethodNotAllowed => Refusal.WrongVerb(http.Request.Method, response.Headers.Allow.ToString()),
            _ => null,
        };
    }

    private static string? HintFor(PathString path) =>
        path.Value?.Contains("//", StringComparison.Ordinal) == true
            ? "The address holds an empty part ('//'): the address of the services is written without a slash at its end."
            : null;

    private Refusal OfServer(HttpContext http, Exception exception)
    {
        if (exception is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
            return Refusal.TooLarge(options.Value.MaxBodyBytes);
        if (exception is BadHttpRequestException)
            return Refusal.NotJson("The body ended early or broke the rules of HTTP.");
        var trace = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        LogDefect(trace, exception.GetType().FullName, exception.StackTrace);
        return Refusal.Defect(trace);
    }

    private async Task WriteAsync(HttpContext http, Refusal refusal)
    {
        LogRefused(refusal.Status, refusal.Diagnostics ?? refusal.Message);
        http.Response.StatusCode = refusal.Status;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        if (refusal.Status == StatusCodes.Status401Unauthorized)
            http.Response.Headers.WWWAuthenticate = "Bearer";
        await JsonSerializer.SerializeAsync(http.Response.BodyWriter, refusal.ToOutcome(), HookFormat.Answer.OutcomeBody, http.RequestAborted);
    }

    [LoggerMessage(LogLevel.Warning, "Refused with {Status}: {Reason}")]
    private partial void LogRefused(int status, string reason);

    /// <remarks>Without the message of the exception, which might quote data.</remarks>
    [LoggerMessage(LogLevel.Error, "Defect {Trace}: {Exception}\n{Stack}")]
    private partial void LogDefect(string trace, string? exception, string? stack);
}
