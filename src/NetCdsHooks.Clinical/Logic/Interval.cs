namespace NetCdsHooks.Clinical.Logic;

/// <summary>
/// A value known only between two bounds, each of which may belong to it or not.
/// A limit inside the bounds answers <see cref="Truth.Unknown"/>.
/// </summary>
public readonly record struct Interval<T>(T Low, T High, bool LowIncluded = true, bool HighIncluded = true)
    where T : struct, IComparable<T>
{
    public static Interval<T> Exactly(T value) => new(value, value);

    public bool IsExact => Low.CompareTo(High) == 0;

    /// <summary>value &gt;= limit</summary>
    public Truth AtLeast(T limit) => Below(limit).Not();

    /// <summary>value &gt; limit</summary>
    public Truth Above(T limit) => AtMost(limit).Not();

    /// <summary>value &lt;= limit</summary>
    public Truth AtMost(T limit) =>
        High.CompareTo(limit) <= 0 ? Truth.Yes
        : Starts(after: limit, evenWhenEqual: !LowIncluded) ? Truth.No
        : Truth.Unknown;

    /// <summary>value &lt; limit</summary>
    public Truth Below(T limit)
    {
        var high = High.CompareTo(limit);
        if (high < 0 || (high == 0 && !HighIncluded))
            return Truth.Yes;
        return Starts(after: limit, evenWhenEqual: true) ? Truth.No : Truth.Unknown;
    }

    private bool Starts(T after, bool evenWhenEqual)
    {
        var low = Low.CompareTo(after);
        return low > 0 || (low == 0 && evenWhenEqual);
    }
}
