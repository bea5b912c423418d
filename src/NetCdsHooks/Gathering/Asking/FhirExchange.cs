using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Gathering.Asking;

/// <summary>Sends a request to a FHIR server and reads what comes. What goes wrong becomes a gap, never an exception.</summary>
internal sealed partial class FhirExchange(
    IHttpClientFactory clients, FhirServers servers, IOptions<ServiceOptions> options, TimeProvider time, ILogger<FhirExchange> logger)
{
    /// <summary>Name of the <see cref="HttpClient"/>: no redirects, no cookies, no logging of addresses.</summary>
    internal const string Name = "fhir";

    /// <summary>The same for servers that may stand in a private network.</summary>
    internal const string PrivateName = "fhir-private";

    /// <summary>A server that was given less time than this is not to blame for having used it up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <param name="request">Makes the request; once more for a second try.</param>
    internal ValueTask<FhirReply> SendAsync(FhirAccess access, Func<HttpRequestMessage> request, CallBudget budget) =>
        servers.At(access.BaseUrl).AskAsync(cancellation => TryAsync(access, request, budget, cancellation), budget);

    private async ValueTask<FhirReply> TryAsync(FhirAccess access, Func<HttpRequestMessage> make, CallBudget budget, CancellationToken cancellation)
    {
        if (time.GetUtcNow() >= access.EndsAt)
            return FhirReply.Without(NeedGap.Refused);
        var start = time.GetTimestamp();
        try
        {
            using var request = make();
            if (access.Token is { } token)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var client = clients.CreateClient(access.MayBePrivate ? PrivateName : Name);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return response.StatusCode == HttpStatusCode.OK ? await ReadAsync(response, budget, cancellation) : Judge(response);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            budget.ThrowIfAborted();
            return budget.IsOver && time.GetElapsedTime(start) >= Patience ? FhirReply.Fault(NeedGap.TimedOut) : FhirReply.Without(NeedGap.TimedOut);
        }
        catch (Exception exception) when (exception is ForbiddenAddressException or { InnerException: ForbiddenAddressException })
        {
            return FhirReply.Without(NeedGap.Failed);
        }
        catch (Exception exception)
        {
            LogBroken(exception.GetType().Name);
            return FhirReply.Fault(NeedGap.Failed);
        }
    }

    private FhirReply Judge(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => FhirReply.Without(NeedGap.Refused),
        HttpStatusCode.TooManyRequests => FhirReply.TooMany(WaitOf(response.Headers.RetryAfter)),
        HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError =>
            FhirReply.Fault(NeedGap.Failed, WaitOf(response.Headers.RetryAfter)),
        _ => FhirReply.Without(NeedGap.Failed),
    };

    private TimeSpan? WaitOf(RetryConditionHeaderValue? retryAfter)
    {
        var wait = retryAfter?.Delta ?? retryAfter?.Date - time.GetUtcNow();
        return wait < FhirServer.ShortWait ? FhirServer.ShortWait : wait;
    }

    private async ValueTask<FhirReply> ReadAsync(HttpResponseMessage response, CallBudget budget, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var body = await PooledBody.ReadAsync(stream, response.Content.Headers.ContentLength, options.Value.Fhir.MaxPageBytes, cancellation);
        budget.Spend(body?.Length ?? options.Value.Fhir.MaxPageBytes);
        if (body is null)
            return FhirReply.Without(NeedGap.CutShort);
        try
        {
            return body.Parse(FhirJson.Default.Resource) is { } resource
                ? new(resource)
                : FhirReply.Without(NeedGap.Unreadable);
        }
        catch (JsonException)
        {
            return FhirReply.Without(NeedGap.Unreadable);
        }
    }

    [LoggerMessage(LogLevel.Information, "A FHIR request broke off: {Kind}")]
    private partial void LogBroken(string kind);
}
