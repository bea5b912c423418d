using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Gathering;

/// <summary>Asks a FHIR server, by GET only. What goes wrong becomes a gap, never an exception.</summary>
internal sealed partial class FhirClient(
    IHttpClientFactory clients, IOptions<ServiceOptions> options, TimeProvider time, ILogger<FhirClient> logger)
{
    /// <summary>Name of the <see cref="HttpClient"/>: no redirects, no cookies, no logging of addresses.</summary>
    internal const string Name = "fhir";

    /// <summary>The same for servers that may stand in a private network.</summary>
    internal const string PrivateName = "fhir-private";

    private FhirAccessOptions Limits => options.Value.Fhir;

    /// <summary>Asks a query from its first page on.</summary>
    /// <param name="budget">Ends when the time for all queries of the call is over.</param>
    /// <param name="aborted">Ends when nobody waits for the answer any more.</param>
    internal Task<KeyAnswer> AskAsync(
        FhirAccess access, NeedQuery query, string patientId, CancellationToken budget, CancellationToken aborted) =>
        ReadAsync(access, query, new PageChain(Limits, access.AddressOf(query, patientId)), budget, aborted);

    /// <summary>Goes on where a prefetched page ends.</summary>
    internal Task<KeyAnswer> FollowAsync(
        FhirAccess access, NeedQuery query, string patientId, Page prefetched, CancellationToken budget, CancellationToken aborted)
    {
        var chain = new PageChain(Limits, access.AddressOf(query, patientId));
        chain.Add(prefetched);
        return ReadAsync(access, query, chain, budget, aborted);
    }

    private async Task<KeyAnswer> ReadAsync(
        FhirAccess access, NeedQuery query, PageChain chain, CancellationToken budget, CancellationToken aborted)
    {
        var start = time.GetTimestamp();
        while (chain.TakeNext(access.MayAsk) is { } address)
        {
            var page = time.GetUtcNow() < access.EndsAt
                ? await GetPageAsync(access, query, address, budget, aborted)
                : Page.Without(NeedGap.Refused);
            chain.Add(page);
        }

        var answer = chain.ToAnswer();
        LogAsked(query.Key, answer.Gap?.ToString() ?? "answered", chain.Asked, answer.Resources.Length, (long)time.GetElapsedTime(start).TotalMilliseconds);
        return answer;
    }

    private async Task<Page> GetPageAsync(FhirAccess access, NeedQuery query, Uri address, CancellationToken budget, CancellationToken aborted)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Accept.ParseAdd("application/fhir+json, application/json;q=0.9");
            if (access.Token is { } token)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var client = clients.CreateClient(access.MayBePrivate ? PrivateName : Name);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, budget);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => await ReadPageAsync(response, query, budget),
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Page.Without(NeedGap.Refused),
                _ => Page.Without(NeedGap.Failed),
            };
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            return Page.Without(NeedGap.TimedOut);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException)
        {
            return Page.Without(NeedGap.Failed);
        }
    }

    private async Task<Page> ReadPageAsync(HttpResponseMessage response, NeedQuery query, CancellationToken budget)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(budget);
        using var body = await PooledBody.ReadAsync(stream, response.Content.Headers.ContentLength, Limits.MaxPageBytes, budget);
        if (body is null)
            return Page.Without(NeedGap.CutShort);
        try
        {
            return JsonSerializer.Deserialize(body.Bytes, FhirJson.Default.Resource) is { } resource
                ? Page.Of(resource, query)
                : Page.Without(NeedGap.Unreadable);
        }
        catch (JsonException)
        {
            return Page.Without(NeedGap.Unreadable);
        }
    }

    [LoggerMessage(LogLevel.Information, "FHIR query {Key}: {Outcome}, {Pages} page(s), {Resources} resource(s) in {Milliseconds} ms")]
    private partial void LogAsked(string key, string outcome, int pages, int resources, long milliseconds);
}
