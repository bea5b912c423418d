namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Logic on verdicts.</summary>
internal static class Verdicts
{
    internal static Verdict Of(bool answer) => answer ? Verdict.Yes : Verdict.No;

    internal static Verdict Not(Verdict verdict) => new(Opposite(verdict.Best), Opposite(verdict.Worst));

    /// <summary>Asks only where it applies.</summary>
    internal static Verdict If(bool applies, Func<Verdict> question) => applies ? question() : Verdict.No;

    internal static Verdict All(params ReadOnlySpan<Verdict> verdicts)
    {
        var all = Verdict.Yes;
        foreach (var verdict in verdicts)
            all = new(Smaller(all.Worst, verdict.Worst), Smaller(all.Best, verdict.Best));
        return all;
    }

    internal static Verdict Any(params ReadOnlySpan<Verdict> verdicts)
    {
        var any = Verdict.No;
        foreach (var verdict in verdicts)
            any = new(Larger(any.Worst, verdict.Worst), Larger(any.Best, verdict.Best));
        return any;
    }

    /// <summary>Where the specification reads "known": nothing but a plain yes is one.</summary>
    internal static Verdict Known(Verdict verdict) => Of(verdict == Verdict.Yes);

    /// <summary>What was asked and is not told counts as no; what could not be asked stays open.</summary>
    internal static Verdict Recorded(Verdict verdict) => new(ToldOr(verdict.Worst), ToldOr(verdict.Best));

    /// <summary>Something found is proof; nothing found is a no only if everything was asked.</summary>
    internal static Verdict Found(bool found, bool hasGap) => found ? Verdict.Yes : hasGap ? Verdict.NotAsked : Verdict.No;

    private static Sign ToldOr(Sign sign) => sign == Sign.NotTold ? Sign.No : sign;

    private static Sign Opposite(Sign sign) => (Sign)(Sign.Yes - sign);

    private static Sign Smaller(Sign one, Sign other) => one < other ? one : other;

    private static Sign Larger(Sign one, Sign other) => one > other ? one : other;
}
