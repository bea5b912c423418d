using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering.Templates;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Gathering.Asking;

/// <summary>Asks a FHIR server queries, each with all its pages.</summary>
internal sealed partial class FhirClient(
    FhirExchange exchange, IOptions<ServiceOptions> options, ServiceMeter meter, TimeProvider time, ILogger<FhirClient> logger)
{
    private static readonly Task<Page?> NoPage = Task.FromResult<Page?>(null);

    private FhirAccessOptions Limits => options.Value.Fhir;

    /// <summary>Asks queries side by side.</summary>
    /// <returns>The answer to each, in their order.</returns>
    internal Task<KeyAnswer>[] Ask(FhirAccess access, IReadOnlyList<NeedQuery> queries, string patientId, CallBudget budget)
    {
        if (access.Search != SearchMethod.Batch || queries.Count < 2)
            return [.. queries.Select(query => ReadOnAsync(access, query, patientId, NoPage, 0, budget))];
        var batch = FirstPagesAsync(access, queries, patientId, budget);
        return [.. queries.Select((query, place) => ReadOnAsync(access, query, patientId, FirstPageAsync(batch, place), 1, budget))];
    }

    /// <summary>Goes on where a prefetched page ends.</summary>
    internal Task<KeyAnswer> FollowAsync(FhirAccess access, NeedQuery query, string patientId, Page prefetched, CallBudget budget) =>
        ReadOnAsync(access, query, patientId, Task.FromResult<Page?>(prefetched), 0, budget);

    private static async Task<Page?> FirstPageAsync(Task<ImmutableArray<Page?>> batch, int place) => (await batch)[place];

    /// <summary>Null for a query that is better asked on its own.</summary>
    private async Task<ImmutableArray<Page?>> FirstPagesAsync(FhirAccess access, IReadOnlyList<NeedQuery> queries, string patientId, CallBudget budget)
    {
        string[] addresses = [.. queries.Select(query => query.AddressFor(patientId))];
        var reply = await exchange.SendAsync(access, () => FhirRequest.Batch(access.BaseUrl, addresses), budget);
        return BatchAnswer.Pages(reply, queries);
    }

    private async Task<KeyAnswer> ReadOnAsync(FhirAccess access, NeedQuery query, string patientId, Task<Page?> first, int asked, CallBudget budget)
    {
        var start = time.GetTimestamp();
        var chain = new PageChain(Limits, access.AddressOf(query, patientId));
        if (await first is { } page)
            chain.Add(page);
        return await ReadAsync(access, query, chain, start, asked, budget);
    }

    /// <param name="asked">Pages that were asked of the server before.</param>
    private async Task<KeyAnswer> ReadAsync(FhirAccess access, NeedQuery query, PageChain chain, long start, int asked, CallBudget budget)
    {
        using var activity = ServiceMeter.Trace.StartActivity("fhir-query");
        while (chain.TakeNext(access.MayAsk) is { } address)
        {
            var isFirst = chain.IsEmpty;
            if (budget.IsFull)
            {
                chain.Add(Page.Without(NeedGap.CutShort));
                break;
            }

            asked++;
            chain.Add((await exchange.SendAsync(access, () => Request(access, query, address, isFirst), budget)).ToPage(query));
        }

        var answer = chain.ToAnswer() with { Pages = asked, Taken = time.GetElapsedTime(start) };
        var outcome = answer.Gap?.ToString() ?? "answered";
        activity?.SetTag("key", query.Key).SetTag("outcome", outcome).SetTag("pages", asked).SetTag("resources", answer.Resources.Length);
        meter.QueryAnswered(query.Key, outcome, answer.Taken);
        LogAsked(query.Key, outcome, asked, answer.Resources.Length, (long)answer.Taken.TotalMilliseconds);
        return answer;
    }

    private HttpRequestMessage Request(FhirAccess access, NeedQuery query, Uri address, bool isFirst) =>
        isFirst && !query.IsRead && (access.Search == SearchMethod.Post || address.AbsoluteUri.Length > Limits.MaxAddressLength)
            ? FhirRequest.Search(address)
            : FhirRequest.Get(address);

    [LoggerMessage(LogLevel.Information, "FHIR query {Key}: {Outcome}, {Pages} page(s), {Resources} resource(s) in {Milliseconds} ms")]
    private partial void LogAsked(string key, string outcome, int pages, int resources, long milliseconds);
}
