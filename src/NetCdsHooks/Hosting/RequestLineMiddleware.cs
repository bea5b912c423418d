namespace NetCdsHooks.Hosting;

/// <summary>One line for each request: the route instead of the path, because a path may hold an id.</summary>
internal sealed partial class RequestLineMiddleware(RequestDelegate next, TimeProvider time, ILogger<RequestLineMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var start = time.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
            LogRequest(http.Request.Method, route, http.Response.StatusCode, (long)time.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Route} {Status} in {Milliseconds} ms")]
    private partial void LogRequest(string method, string route, int status, long milliseconds);
}
