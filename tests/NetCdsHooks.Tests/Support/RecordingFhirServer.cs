using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace NetCdsHooks.Tests.Support;

/// <summary>
/// A fake FHIR server on a free loopback port that remembers what it was asked and fails on demand.
/// For tests of failure; <see cref="MedplumServer"/> is the real one.
/// </summary>
internal sealed class RecordingFhirServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Func<RecordedRequest, JsonNode?> _answer;
    private readonly WebApplication _app;
    private volatile Rule[] _rules = [];

    private RecordingFhirServer(Func<RecordedRequest, JsonNode?> answer)
    {
        _answer = answer;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    public Uri BaseUrl { get; private set; } = new("http://127.0.0.1");

    /// <summary>Resources a page at most; the <c>_count</c> of a query may ask for fewer.</summary>
    public int PageSize { get; set; } = 100;

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>Serves the resources of a Bundle by <c>/Type/id</c> and <c>/Type?query</c>.</summary>
    public static async Task<RecordingFhirServer> StartAsync(JsonNode bundle)
    {
        var query = new BundleQuery(bundle);
        RecordingFhirServer? server = null;
        server = await StartAsync(request => request.Id is { } id
            ? query.Read(request.ResourceType, id)
            : server!.PageOf(request, query.Search(request.ResourceType, request.Parameters)));
        return server;
    }

    /// <summary>Answers each request with the JSON that the function gives for it, or 404 for null.</summary>
    public static async Task<RecordingFhirServer> StartAsync(Func<RecordedRequest, JsonNode?> answer)
    {
        var server = new RecordingFhirServer(answer);
        await server._app.StartAsync();
        server.BaseUrl = new Uri(server._app.Urls.Single());
        return server;
    }

    /// <summary>From now on every request about this type fails so.</summary>
    public void Fail(string resourceType, FhirFault fault) => Fail(request => request.ResourceType == resourceType, fault);

    /// <summary>From now on every request that the test holds for fails so; the first rule that holds wins.</summary>
    public void Fail(Func<RecordedRequest, bool> when, FhirFault fault) => _rules = [.. _rules, new Rule(when, fault)];

    /// <summary>The next request that the test holds for fails so, and only that one.</summary>
    public void FailOnce(Func<RecordedRequest, bool> when, FhirFault fault)
    {
        var isOver = 0;
        Fail(request => when(request) && Interlocked.Exchange(ref isOver, 1) == 0, fault);
    }

    public void Recover() => _rules = [];

    public void ForgetRequests() => _requests.Clear();

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var request = await ReadAsync(context.Request);
        _requests.Enqueue(request);
        await (FaultOf(request) switch
        {
            null when request.Body is { } batch => BatchAsync(context, batch),
            null or FhirFault.NextPageAt or FhirFault.EndlessPages => AnswerAsync(context, request),
            FhirFault.NextPageFails => request.Offset == 0
                ? AnswerAsync(context, request)
                : SendAsync(context, HttpStatusCode.InternalServerError, Outcome("the next page failed")),
            FhirFault.Status status => FailAsync(context, status),
            FhirFault.Hang => HangAsync(context),
            FhirFault.OutcomeAsSuccess => SendAsync(context, HttpStatusCode.OK, Outcome("the search failed")),
            FhirFault.BrokenJson => SendTextAsync(context, """{ "resourceType": "Bundle", "entry": [ { "resou""", "application/fhir+json"),
            FhirFault.Html => SendTextAsync(context, "<!doctype html><title>Sign in</title>", "text/html"),
            FhirFault.RedirectTo redirect => RedirectAsync(context, new Uri(redirect.Host, request.PathAndQuery)),
            _ => throw new UnreachableException(),
        });
    }

    /// <summary>A search by POST is recorded as the search that it is, a batch with its body.</summary>
    private static async Task<RecordedRequest> ReadAsync(HttpRequest request)
    {
        const string search = "/_search";
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        var path = request.Path.Value!;
        return request.Method == HttpMethods.Post && path.EndsWith(search, StringComparison.Ordinal)
            ? new RecordedRequest(request.Method, $"{path[..^search.Length]}?{body}", request.Headers.Authorization)
            : new RecordedRequest(request.Method, path + request.QueryString.ToUriComponent(), request.Headers.Authorization)
            {
                Body = request.Method == HttpMethods.Post ? JsonNode.Parse(body) : null,
                Protocol = request.Protocol,
            };
    }

    private Task BatchAsync(HttpContext context, JsonNode batch) => SendAsync(context, HttpStatusCode.OK, new JsonObject
    {
        ["resourceType"] = "Bundle",
        ["type"] = "batch-response",
        ["entry"] = new JsonArray([.. batch["entry"]!.AsArray().Select(entry => EntryOf(new("GET", $"/{entry!["request"]!["url"]}", null)))]),
    });

    private JsonObject EntryOf(RecordedRequest request)
    {
        if (FaultOf(request) is FhirFault.Status fault)
            return new() { ["response"] = new JsonObject { ["status"] = $"{(int)fault.Code} {fault.Code}", ["outcome"] = Outcome("switched to fail") } };
        return _answer(request) is { } resource
            ? new() { ["resource"] = resource.DeepClone(), ["response"] = new JsonObject { ["status"] = "200 OK" } }
            : new() { ["response"] = new JsonObject { ["status"] = "404 Not Found" } };
    }

    private static Task FailAsync(HttpContext context, FhirFault.Status status)
    {
        if (status.RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = wait;
        return SendAsync(context, status.Code, Outcome("switched to fail"));
    }

    private JsonObject PageOf(RecordedRequest request, IReadOnlyList<JsonObject> found) =>
        new SearchPage(BaseUrl, request, FaultOf(request), PageSize).Cut(found);

    private FhirFault? FaultOf(RecordedRequest request) => _rules.FirstOrDefault(rule => rule.When(request))?.Fault;

    private Task AnswerAsync(HttpContext context, RecordedRequest request)
    {
        try
        {
            return _answer(request) is { } body
                ? SendAsync(context, HttpStatusCode.OK, body)
                : SendAsync(context, HttpStatusCode.NotFound, Outcome("not found"));
        }
        catch (ArgumentException exception)
        {
            return SendAsync(context, HttpStatusCode.BadRequest, Outcome(exception.Message));
        }
    }

    private static JsonObject Outcome(string text) => new()
    {
        ["resourceType"] = "OperationOutcome",
        ["issue"] = new JsonArray(new JsonObject { ["severity"] = "error", ["code"] = "exception", ["diagnostics"] = text }),
    };

    private static Task SendAsync(HttpContext context, HttpStatusCode status, JsonNode body)
    {
        context.Response.StatusCode = (int)status;
        return SendTextAsync(context, body.ToJsonString(), "application/fhir+json");
    }

    private static Task SendTextAsync(HttpContext context, string body, string contentType)
    {
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body);
    }

    private static Task RedirectAsync(HttpContext context, Uri target)
    {
        context.Response.Redirect(target.AbsoluteUri);
        return Task.CompletedTask;
    }

    private async Task HangAsync(HttpContext context)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping.Token);
        await Task.Delay(Timeout.Infinite, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Abort();
    }

    private sealed record Rule(Func<RecordedRequest, bool> When, FhirFault Fault);
}
