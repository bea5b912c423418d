using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>A Ki-67 labelling index in percent, as far as it is known.</summary>
/// <param name="Percent">The bounds, within 0 to 100.</param>
/// <param name="Raw">As it was written, such as <c>2-3 %</c>.</param>
/// <param name="Approximate">Written with "about" or taken as the first of several values.</param>
public sealed record Ki67(Interval<decimal> Percent, string Raw, bool Approximate = false)
{
    /// <summary>Below 1 and without a unit: read as percent, though 0.25 may also stand for a quarter of the cells.</summary>
    internal bool MayBeRatio { get; init; }

    /// <summary>The first of several values of different grades, none of which is called the highest.</summary>
    internal bool IsFirstOfSeveral { get; init; }

    /// <summary>The bounds that hold for the higher of two indices.</summary>
    internal static Interval<decimal> Higher(Interval<decimal> a, Interval<decimal> b)
    {
        var (low, lowIncluded) = a.Low != b.Low ? (a.Low > b.Low ? (a.Low, a.LowIncluded) : (b.Low, b.LowIncluded)) : (a.Low, a.LowIncluded && b.LowIncluded);
        var (high, highIncluded) = a.High != b.High ? (a.High > b.High ? (a.High, a.HighIncluded) : (b.High, b.HighIncluded)) : (a.High, a.HighIncluded || b.HighIncluded);
        return new(low, high, lowIncluded, highIncluded);
    }
}
