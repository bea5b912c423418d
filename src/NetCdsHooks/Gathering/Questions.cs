using System.Collections.Immutable;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering.Asking;
using NetCdsHooks.Gathering.Templates;
using NetCdsHooks.Hooks;

namespace NetCdsHooks.Gathering;

/// <summary>All that one call wants to know: answered from its prefetch where that is whole, else by the FHIR server.</summary>
internal sealed class Questions(HookRequest request, FhirAccess? access, FhirClient client, CallBudget budget)
{
    /// <summary>For requests that were told to end to hand over what they have.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(50);

    /// <summary>Between two looks at whether enough is known: from here, doubled each time, to <see cref="LastPause"/>.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan LastPause = TimeSpan.FromSeconds(1);

    private readonly List<Question> _all = [];

    internal HookRequest Request => request;

    internal FhirAccess? Access => access;

    internal IEnumerable<NeedTrace> Trace => _all.Select(question => question.Trace());

    /// <summary>The answers to the queries of each need together; one gap makes a gap of the whole.</summary>
    internal ImmutableArray<NeedAnswer> ByNeed =>
        KeyAnswer.ByNeed(_all.Where(question => question.Query.Need != DataNeed.DraftOrders).Select(question => (question.Query, question.SoFar)));

    /// <summary>Answers to the reads of orders that the call only names, by their reference.</summary>
    internal IReadOnlyDictionary<string, KeyAnswer> Orders =>
        _all.Where(question => question.Query.Need == DataNeed.DraftOrders).ToDictionary(question => question.Query.Template, question => question.SoFar);

    private bool IsComplete => _all.All(question => question.Answer.IsCompleted);

    /// <summary>Begins with these queries, all at once, and keeps their order.</summary>
    internal void Ask(ImmutableArray<NeedQuery> queries)
    {
        var open = queries.Where(query => !IsSupplied(query)).ToImmutableArray();
        var asked = access is null ? null : new Queue<Task<KeyAnswer>>(client.Ask(access, open, request.PatientId, budget));
        _all.AddRange(queries.Select(query => IsSupplied(query)
            ? new Question(query, true, FromPrefetchAsync(query))
            : new Question(query, false, asked?.Dequeue() ?? Task.FromResult(KeyAnswer.Without(NeedGap.NotSupplied)))));
    }

    /// <summary>Waits for every answer, as long as there is time.</summary>
    internal async Task WaitAsync()
    {
        if (!IsComplete)
            await WaitAsync(budget.Left + Grace);
        budget.ThrowIfAborted();
    }

    /// <summary>Waits for every answer; from the preferred time on only until enough is known, which is judged at growing intervals.</summary>
    /// <returns>Whether all came, or the time was over, before enough was known.</returns>
    internal async Task<bool> WaitAsync(Func<bool> knowsEnough)
    {
        if (!IsComplete)
            await WaitAsync(Shorter(budget.PreferredLeft, budget.Left));
        for (var pause = FirstPause; !IsComplete && budget.Left > TimeSpan.Zero && !budget.IsOver; pause = Shorter(pause * 2, LastPause))
        {
            budget.ThrowIfAborted();
            if (knowsEnough())
            {
                budget.KnowsEnough();
                await WaitAsync(Grace);
                return false;
            }

            await WaitAsync(Shorter(pause, budget.Left));
        }

        await WaitAsync();
        return true;
    }

    /// <summary>Until all that is under way has ended, however it ends, or the time is over. Leaves no timer behind.</summary>
    private async Task WaitAsync(TimeSpan time) =>
        await Task.WhenAll(_all.Select(Task (question) => question.Answer)).WaitAsync(time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private bool IsSupplied(NeedQuery query) => query.IsPublished && request.Prefetch.ContainsKey(query.Key);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private Task<KeyAnswer> FromPrefetchAsync(NeedQuery query)
    {
        var page = Page.Of(request.Prefetch[query.Key], query);
        var whole = page.AsWhole();
        return whole.Gap is null || access is null ? Task.FromResult(whole)
            : page is { Gap: null, Next: not null } ? client.FollowAsync(access, query, request.PatientId, page, budget)
            : AskOnceMoreAsync(access, query, page);
    }

    private async Task<KeyAnswer> AskOnceMoreAsync(FhirAccess access, NeedQuery query, Page page)
    {
        var again = await client.Ask(access, [query], request.PatientId, budget).Single();
        return again.Gap is null ? again : again with { Resources = [.. page.Resources, .. again.Resources] };
    }
}
