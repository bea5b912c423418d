using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using NetCdsHooks.Api;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Hooks;
using NetCdsHooks.Hosting;
using NetCdsHooks.Trust;

namespace NetCdsHooks.Gathering;

/// <summary>From a call to a record: prefetch first, the FHIR server for the rest, and nothing more once it is clear that there is no NET.</summary>
internal sealed partial class Gatherer(
    FhirClient client, AccessRules rules, IOptions<ServiceOptions> options, TimeProvider time, ILogger<Gatherer> logger)
{
    private static readonly ImmutableDictionary<string, KeyAnswer> Nothing = ImmutableDictionary<string, KeyAnswer>.Empty;

    /// <exception cref="Refusal">412: the problem list cannot be had.</exception>
    internal async Task<PatientRecord> GatherAsync(
        HookRequest request, Caller caller, HookService service, SiteClock clock, CancellationToken aborted)
    {
        using var timer = new CancellationTokenSource(options.Value.Fhir.Budget, time);
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, aborted);
        var call = new Call(request, rules.Decide(request, caller), budget.Token, aborted);

        var answers = await AnswerAsync(call, service.GateQueries);
        var record = RecordBuilder.Build(request, answers, Nothing);
        RequireProblemList(call, answers, record);
        if (!Gate.IsClosed(service.Picture(record, clock)))
        {
            answers = [.. answers, .. await AnswerAsync(call, service.OtherQueries)];
            record = RecordBuilder.Build(request, answers, await FetchOrdersAsync(call, answers));
        }

        if (record.ForeignResources > 0)
            LogForeign(record.ForeignResources);
        return record;
    }

    /// <summary>Reads the orders that the call only names.</summary>
    private async Task<IReadOnlyDictionary<string, KeyAnswer>> FetchOrdersAsync(Call call, ImmutableArray<NeedAnswer> answers)
    {
        if (call.Access is not { } access)
            return Nothing;
        var fetched = await Task.WhenAll(RecordBuilder.OutOfReach(call.Request, answers)
            .Select(async reference => (reference, answer: await AskAsync(call, access, NeedQuery.OfOrder(reference)))));
        return fetched.ToImmutableDictionary(order => order.reference, order => order.answer);
    }

    private async Task<ImmutableArray<NeedAnswer>> AnswerAsync(Call call, ImmutableArray<NeedQuery> queries) =>
        KeyAnswer.ByNeed(queries, await Task.WhenAll(queries.Select(query => AnswerAsync(call, query))));

    private Task<KeyAnswer> AnswerAsync(Call call, NeedQuery query)
    {
        if (!call.Request.Prefetch.TryGetValue(query.Key, out var value))
            return call.Access is { } access ? AskAsync(call, access, query) : Task.FromResult(KeyAnswer.Without(NeedGap.NotSupplied));

        var page = Page.Of(value, query);
        var whole = page.AsWhole();
        return whole.Gap is not null && call.Access is { } repair
            ? CompleteAsync(call, repair, query, page)
            : Task.FromResult(whole);
    }

    private Task<KeyAnswer> AskAsync(Call call, FhirAccess access, NeedQuery query) =>
        client.AskAsync(access, query, call.Request.PatientId, call.Budget, call.Aborted);

    /// <summary>Follows the pages of a prefetched answer, or asks once more for one that failed.</summary>
    private async Task<KeyAnswer> CompleteAsync(Call call, FhirAccess access, NeedQuery query, Page page)
    {
        if (page is { Gap: null, Next: not null })
            return await client.FollowAsync(access, query, call.Request.PatientId, page, call.Budget, call.Aborted);
        var again = await AskAsync(call, access, query);
        return again.Gap is null ? again : again with { Resources = [.. page.Resources, .. again.Resources] };
    }

    /// <summary>A list that was cut short is worked with; the facts then know that more may be on it.</summary>
    private static void RequireProblemList(Call call, ImmutableArray<NeedAnswer> gate, PatientRecord record)
    {
        var conditions = gate.Single(answer => answer.Need == DataNeed.Conditions);
        if (conditions.Gap is { } gap and not NeedGap.CutShort)
            throw Refusal.NoProblemList(Why(call, gap));
        if (!conditions.Resources.IsEmpty && !record.All<Condition>().Any() && !record.UnreadableOf(DataNeed.Conditions).Any())
            throw Refusal.NoProblemList("every entry was about another patient.");
    }

    private static string Why(Call call, NeedGap gap)
    {
        var prefetched = call.Request.Prefetch.ContainsKey(NeedInfo.Of(DataNeed.Conditions).Key)
            ? "its prefetch held no usable answer"
            : "it was absent from the prefetch";
        return call.WhyNoAccess is { } why
            ? $"{prefetched}, and the FHIR server could not be asked: {why}."
            : $"{prefetched}, and the FHIR server {Failure(gap)}.";
    }

    private static string Failure(NeedGap gap) => gap switch
    {
        NeedGap.TimedOut => "did not answer in time",
        NeedGap.Refused => "refused to show it",
        NeedGap.Unreadable => "answered with something that is no FHIR search result",
        NeedGap.CutShort => "answered in part",
        NeedGap.Failed or NeedGap.NotSupplied => "failed",
        _ => throw new ArgumentOutOfRangeException(nameof(gap), gap, null),
    };

    [LoggerMessage(LogLevel.Warning, "{Count} resource(s) about other patients were refused")]
    private partial void LogForeign(int count);

    private sealed record Call(HookRequest Request, AccessDecision Decision, CancellationToken Budget, CancellationToken Aborted)
    {
        internal FhirAccess? Access => Decision.Access;

        internal string? WhyNoAccess => Decision.WhyNot;
    }
}
