using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Compares sizes that may be known only between bounds.</summary>
internal static class SizeIntervals
{
    /// <summary>What is known of the larger of two sizes.</summary>
    internal static Interval<decimal> Larger(Interval<decimal> one, Interval<decimal> other)
    {
        var low = one.Low > other.Low || (one.Low == other.Low && !one.LowIncluded) ? one : other;
        var high = one.High > other.High || (one.High == other.High && one.HighIncluded) ? one : other;
        return new(low.Low, high.High, low.LowIncluded, high.HighIncluded);
    }
}
