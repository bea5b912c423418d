namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>
/// The answer to a question: what it is at worst and at best, whatever the searches that failed might have found.
/// With nothing left to ask both are the same; what was asked and is not told stays <see cref="Sign.NotTold"/>.
/// </summary>
internal readonly record struct Verdict(Sign Worst, Sign Best)
{
    internal static Verdict Yes { get; } = new(Sign.Yes, Sign.Yes);

    internal static Verdict No { get; } = new(Sign.No, Sign.No);

    internal static Verdict NotTold { get; } = new(Sign.NotTold, Sign.NotTold);

    internal static Verdict NotAsked { get; } = new(Sign.No, Sign.Yes);

    /// <summary>Might turn into a yes if what could not be asked were known.</summary>
    internal bool IsOpen => Worst != Sign.Yes && Best == Sign.Yes;
}
