using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace NetCdsHooks.Tests.Gathering.Load;

/// <summary>A FHIR server that takes its time for every request, and fails one in twenty.</summary>
internal sealed class CallersServer : IAsyncDisposable
{
    private const int OneIn = 20;

    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(300);

    private readonly CallerRecords _records = new();
    private readonly WebApplication _app;
    private int _requests;
    private int _faults;
    private int _strangers;

    private CallersServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    internal Uri BaseUrl => new(_app.Urls.Single());

    internal int Requests => _requests;

    internal int Faults => _faults;

    /// <summary>Requests with the token of another caller.</summary>
    internal int Strangers => _strangers;

    internal static async Task<CallersServer> StartAsync()
    {
        var server = new CallersServer();
        await server._app.StartAsync();
        return server;
    }

    internal static string TokenOf(string mark) => $"secret-token{mark}";

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var number = Interlocked.Increment(ref _requests);
        var body = HttpMethods.IsPost(context.Request.Method) ? await new StreamReader(context.Request.Body).ReadToEndAsync() : "";
        var address = context.Request.Path + context.Request.QueryString.ToUriComponent();
        var mark = CallerRecords.MarksIn(address + body).First();
        if (context.Request.Headers.Authorization != $"Bearer {TokenOf(mark)}")
            Interlocked.Increment(ref _strangers);
        await Task.Delay(Delay, context.RequestAborted);
        if (number % OneIn == 0)
            await FailAsync(context, number / OneIn);
        else
            await SendAsync(context, body.StartsWith('{') ? Batch(body) : _records.Answer(body.Length > 0 ? $"{context.Request.Path.Value!.Replace("/_search", "", StringComparison.Ordinal)}?{body}" : address));
    }

    private Task FailAsync(HttpContext context, int number)
    {
        Interlocked.Increment(ref _faults);
        switch (number % 5)
        {
            case 0:
                context.Abort();
                return Task.CompletedTask;
            case 1:
                context.Response.Headers.RetryAfter = "1";
                context.Response.StatusCode = 429;
                return Task.CompletedTask;
            case 2:
                return SendAsync(context, "<!doctype html><title>Sign in</title>");
            case 3:
                context.Response.StatusCode = 403;
                return Task.CompletedTask;
            default:
                context.Response.StatusCode = 500;
                return Task.CompletedTask;
        }
    }

    private static async Task SendAsync(HttpContext context, string? body)
    {
        context.Response.StatusCode = body is null ? 404 : 200;
        context.Response.ContentType = "application/fhir+json";
        await context.Response.WriteAsync(body ?? "");
    }

    private string Batch(string body)
    {
        var entries = JsonNode.Parse(body)!["entry"]!.AsArray().Select(entry => _records.Answer($"/{entry!["request"]!["url"]}") is { } answer
            ? $$"""{"response":{"status":"200 OK"},"resource":{{answer}} }"""
            : """{"response":{"status":"404 Not Found"}}""");
        return $$"""{"resourceType":"Bundle","type":"batch-response","entry":[{{string.Join(',', entries)}}]}""";
    }
}
