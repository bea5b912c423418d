using Microsoft.Extensions.Options;
using NetCdsHooks.Api;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering.Asking;
using NetCdsHooks.Gathering.Templates;
using NetCdsHooks.Hooks;
using NetCdsHooks.Hosting;
using NetCdsHooks.Trust;

namespace NetCdsHooks.Gathering;

/// <summary>
/// From a call to a record: prefetch first, the FHIR server for the rest, and nothing more once it is clear that there is no NET.
/// Patient and problem list come first, then all else at once, then the drugs that orders only refer to.
/// </summary>
internal sealed partial class Gatherer(
    FhirClient client, AccessRules rules, IOptions<ServiceOptions> options, TimeProvider time, ILogger<Gatherer> logger)
{
    /// <exception cref="Refusal">412: the problem list cannot be had.</exception>
    internal async Task<Gathered> GatherAsync(HookRequest request, Caller caller, HookService service, SiteClock clock, CancellationToken aborted)
    {
        using var budget = new CallBudget(options.Value.Fhir.LimitsFor(caller.Client?.Fhir), request.ReceivedAt, time, aborted);
        var decision = rules.Decide(request, caller);
        var questions = new Questions(request, decision.Access, client, budget);

        questions.Ask(service.GateQueries);
        await questions.WaitAsync();
        var record = Record();
        RequireProblemList(questions, decision, record);
        if (Gate.IsClosed(service.Picture(record, clock)))
            return Finish(service.OtherQueries.Select(query => NeedTrace.NotNeeded(query.Key)));

        questions.Ask([.. service.OtherQueries, .. RecordBuilder.OutOfReach(request).Select(NeedQuery.OfOrder)]);
        var isAllHere = await questions.WaitAsync(KnowsEnough);
        record = Record();
        if (isAllHere && decision.Access is { } access && ReferencedDrugs.Queries(record, access) is { IsEmpty: false } drugs)
        {
            questions.Ask(drugs);
            await questions.WaitAsync(KnowsEnough);
            record = Record();
        }

        return Finish([]);

        PatientRecord Record() => RecordBuilder.Build(request, questions.ByNeed, questions.Orders);

        bool KnowsEnough() => service.HasCard(Record(), clock);

        Gathered Finish(IEnumerable<NeedTrace> notNeeded)
        {
            if (record.ForeignResources > 0)
                LogForeign(record.ForeignResources);
            return new(record, [.. questions.Trace, .. notNeeded]);
        }
    }

    /// <summary>A list that was cut short is worked with; the facts then know that more may be on it.</summary>
    private static void RequireProblemList(Questions questions, AccessDecision decision, PatientRecord record)
    {
        var conditions = questions.ByNeed.Single(answer => answer.Need == DataNeed.Conditions);
        if (conditions.Gap is { } gap and not NeedGap.CutShort)
            throw Refusal.NoProblemList(Why(questions.Request, decision, gap));
        if (!conditions.Resources.IsEmpty && !record.All<Condition>().Any() && !record.UnreadableOf(DataNeed.Conditions).Any())
            throw Refusal.NoProblemList("every entry was about another patient.");
    }

    private static string Why(HookRequest request, AccessDecision decision, NeedGap gap)
    {
        var prefetched = request.Prefetch.ContainsKey(NeedInfo.Of(DataNeed.Conditions).Key)
            ? "its prefetch held no usable answer"
            : "it was absent from the prefetch";
        return decision.WhyNot is { } why
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
}
