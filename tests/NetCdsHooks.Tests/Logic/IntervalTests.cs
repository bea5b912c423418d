using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Tests.Logic;

public class IntervalTests
{
    /// <summary>Bounds; limit; then at least, above, at most, below.</summary>
    public static TheoryData<string, Interval<decimal>, decimal, Truth, Truth, Truth, Truth> Limits => new()
    {
        { "exact, on the limit", Interval<decimal>.Exactly(3), 3, Truth.Yes, Truth.No, Truth.Yes, Truth.No },
        { "exact, above", Interval<decimal>.Exactly(3.1m), 3, Truth.Yes, Truth.Yes, Truth.No, Truth.No },
        { "exact, below", Interval<decimal>.Exactly(2.9m), 3, Truth.No, Truth.No, Truth.Yes, Truth.Yes },
        { "< 3", new(0, 3, true, false), 3, Truth.No, Truth.No, Truth.Yes, Truth.Yes },
        { "<= 3", new(0, 3), 3, Truth.Unknown, Truth.No, Truth.Yes, Truth.Unknown },
        { "> 20", new(20, 100, false, true), 20, Truth.Yes, Truth.Yes, Truth.No, Truth.No },
        { ">= 20", new(20, 100), 20, Truth.Yes, Truth.Unknown, Truth.Unknown, Truth.No },
        { "2 to 3, limit within", new(2, 3), 2.5m, Truth.Unknown, Truth.Unknown, Truth.Unknown, Truth.Unknown },
        { "2 to 3, limit at its end", new(2, 3), 3, Truth.Unknown, Truth.No, Truth.Yes, Truth.Unknown },
        { "2 to 3, limit at its start", new(2, 3), 2, Truth.Yes, Truth.Unknown, Truth.Unknown, Truth.No },
        { "2 to 3, limit outside", new(2, 3), 5, Truth.No, Truth.No, Truth.Yes, Truth.Yes },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_limit_inside_the_bounds_is_unknown(
        string story, Interval<decimal> value, decimal limit, Truth atLeast, Truth above, Truth atMost, Truth below)
    {
        value.AtLeast(limit).Should().Be(atLeast, story);
        value.Above(limit).Should().Be(above, story);
        value.AtMost(limit).Should().Be(atMost, story);
        value.Below(limit).Should().Be(below, story);
    }
}
