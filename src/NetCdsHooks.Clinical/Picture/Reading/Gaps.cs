using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>The needs that stand between a fact and certainty; empty when all were answered.</summary>
internal readonly record struct Gaps(UnknownReason Reason, ImmutableArray<string> Needs)
{
    internal static Gaps None { get; } = new(UnknownReason.NotRecorded, []);

    internal bool Any => !Needs.IsDefaultOrEmpty;

    /// <summary>Both, by the graver reason: what was not retrieved hides more than what could not be read.</summary>
    internal Gaps And(Gaps other) =>
        !other.Any ? this
        : !Any ? other
        : new(Reason == UnknownReason.NotRetrieved ? Reason : other.Reason, [.. Needs.Union(other.Needs)]);

    /// <summary>An event of which nothing was found: known not to have happened here, or unknown when something is missing.</summary>
    internal Fact<bool> NeverUnlessMissing() => Any ? Fact.Missing<bool>(Reason, Needs) : Fact.Known(false);

    /// <summary>A property of which nothing was found: not recorded, or unknown when something is missing.</summary>
    internal Fact<T> NotRecordedUnlessMissing<T>()
        where T : notnull => Any ? Fact.Missing<T>(Reason, Needs) : Fact.Unknown<T>(UnknownReason.NotRecorded);
}
