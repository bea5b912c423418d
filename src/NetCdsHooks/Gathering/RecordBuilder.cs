using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering.Asking;
using NetCdsHooks.Hooks;

namespace NetCdsHooks.Gathering;

/// <summary>Puts together what the record system answered and what the call itself brings.</summary>
internal static class RecordBuilder
{
    /// <param name="request">The call.</param>
    /// <param name="answers">What came for each need.</param>
    /// <param name="dispatched">The orders that the call only names, as far as they were fetched.</param>
    internal static PatientRecord Build(HookRequest request, ImmutableArray<NeedAnswer> answers, IReadOnlyDictionary<string, KeyAnswer> dispatched)
    {
        var context = request.Context;
        return new(request.PatientId, answers.Select(answer => With(answer, context.NewConditions)), new CallContext(request.Hook)
        {
            Drafts = [.. context.Drafts, .. context.Dispatched.Select(reference => Dispatched(reference, answers, dispatched))],
            Companions = context.Companions,
        });
    }

    /// <summary>The orders that are named and that the call itself does not bring along.</summary>
    internal static IEnumerable<string> OutOfReach(HookRequest request)
    {
        var supplied = request.Prefetch.Values.SelectMany(value => value is Bundle bundle ? bundle.Entry.Select(entry => entry.Resource) : [value])
            .OfType<Resource>().Where(resource => resource.Id is not null).Select(resource => resource.Self).ToHashSet();
        return request.Context.Dispatched.Where(reference => !supplied.Contains(reference));
    }

    /// <summary>A problem that is being added counts as being on the list.</summary>
    private static NeedAnswer With(NeedAnswer answer, ImmutableArray<Resource> conditions) =>
        answer.Need == DataNeed.Conditions ? answer with { Resources = [.. answer.Resources, .. conditions] } : answer;

    private static DraftOrder Dispatched(string reference, ImmutableArray<NeedAnswer> answers, IReadOnlyDictionary<string, KeyAnswer> fetched)
    {
        if (InAnswers(reference, answers) is { } known)
            return new(known);
        if (!fetched.TryGetValue(reference, out var answer))
            return DraftOrder.OutOfReach(reference, NeedGap.NotSupplied);
        return answer.Resources.FirstOrDefault(resource => resource.Self == reference) is { } order
            ? new(order)
            : DraftOrder.OutOfReach(reference, answer.Gap ?? NeedGap.Unreadable);
    }

    private static Resource? InAnswers(string reference, ImmutableArray<NeedAnswer> answers) =>
        answers.SelectMany(answer => answer.Resources).FirstOrDefault(resource => resource.Id is not null && resource.Self == reference);
}
