namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>A number known exactly or between two ends.</summary>
internal readonly record struct Amount(decimal Low, bool HasLow, decimal High, bool HasHigh)
{
    internal bool IsExact => Low == High;

    internal static Amount Exactly(decimal value) => new(value, true, value, true);

    internal static Amount With(string? comparator, decimal value, decimal least, decimal most) => comparator switch
    {
        "<" => new(least, true, value, false),
        "<=" => new(least, true, value, true),
        ">" => new(value, false, most, true),
        ">=" => new(value, true, most, true),
        _ => Exactly(value),
    };

    internal Verdict Below(decimal limit) =>
        High < limit || (High == limit && !HasHigh) ? Verdict.Yes : Low >= limit ? Verdict.No : Verdict.NotTold;

    internal Verdict Above(decimal limit) =>
        Low > limit || (Low == limit && !HasLow) ? Verdict.Yes : High <= limit ? Verdict.No : Verdict.NotTold;

    internal Verdict AtLeast(decimal limit) => Verdicts.Not(Below(limit));

    internal Verdict AtMost(decimal limit) => Verdicts.Not(Above(limit));
}
