using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;

namespace NetCdsHooks.Clinical.Record;

/// <summary>What came back for a need.</summary>
/// <param name="Need">What was asked.</param>
/// <param name="Resources">What came, which is not all of it when there is a gap.</param>
/// <param name="Gap">Null when the answer is complete.</param>
public sealed record NeedAnswer(DataNeed Need, ImmutableArray<Resource> Resources, NeedGap? Gap = null);

/// <summary>Why the answer to a need is missing or not complete.</summary>
public enum NeedGap
{
    /// <summary>Not in the prefetch, and no way to ask for it.</summary>
    NotSupplied,

    /// <summary>The record system answered with an error.</summary>
    Failed,

    /// <summary>No answer came in time.</summary>
    TimedOut,

    /// <summary>The record system refused to show it.</summary>
    Refused,

    /// <summary>The answer ended early: a page was missing, or there was more than the limit.</summary>
    CutShort,

    /// <summary>What came was no FHIR of the kind asked for.</summary>
    Unreadable,
}
