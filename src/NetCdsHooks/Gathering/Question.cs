using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering.Asking;
using NetCdsHooks.Gathering.Templates;

namespace NetCdsHooks.Gathering;

/// <summary>A query of a call and its answer, which may still be on its way.</summary>
/// <param name="IsSupplied">Whether the call brought an answer along.</param>
internal sealed record Question(NeedQuery Query, bool IsSupplied, Task<KeyAnswer> Answer)
{
    /// <summary>What is known now; what has not come counts as too late.</summary>
    internal KeyAnswer SoFar => Answer.IsCompletedSuccessfully ? Answer.Result : KeyAnswer.Without(Answer.IsFaulted ? NeedGap.Failed : NeedGap.TimedOut);

    internal NeedTrace Trace() => new(Query.Key, SoFar switch
    {
        { Gap: not null } => NeedState.Failed,
        { Resources.IsEmpty: true } => NeedState.Empty,
        { Pages: 0 } when IsSupplied => NeedState.Supplied,
        _ => NeedState.Fetched,
    }, SoFar);
}
