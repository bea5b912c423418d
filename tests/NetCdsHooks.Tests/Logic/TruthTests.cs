using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Tests.Logic;

public class TruthTests
{
    [Theory]
    [InlineData(Truth.No, Truth.No, Truth.No, Truth.No)]
    [InlineData(Truth.No, Truth.Unknown, Truth.No, Truth.Unknown)]
    [InlineData(Truth.No, Truth.Yes, Truth.No, Truth.Yes)]
    [InlineData(Truth.Unknown, Truth.Unknown, Truth.Unknown, Truth.Unknown)]
    [InlineData(Truth.Unknown, Truth.Yes, Truth.Unknown, Truth.Yes)]
    [InlineData(Truth.Yes, Truth.Yes, Truth.Yes, Truth.Yes)]
    public void And_is_the_smaller_and_or_the_larger(Truth left, Truth right, Truth and, Truth or)
    {
        left.And(right).Should().Be(and);
        right.And(left).Should().Be(and);
        left.Or(right).Should().Be(or);
        right.Or(left).Should().Be(or);
    }

    [Theory]
    [InlineData(Truth.No, Truth.Yes)]
    [InlineData(Truth.Unknown, Truth.Unknown)]
    [InlineData(Truth.Yes, Truth.No)]
    public void Not_swaps_the_ends_and_leaves_unknown_alone(Truth value, Truth not) => value.Not().Should().Be(not);

    [Fact]
    public void A_question_to_an_unknown_fact_is_answered_unknown() =>
        Fact.Unknown<int>(UnknownReason.NotRecorded).Test(value => value > 0).Should().Be(Truth.Unknown);

    [Fact]
    public void A_derived_fact_keeps_the_reason_and_the_missing_inputs()
    {
        IFact derived = Fact.Missing<int>(UnknownReason.NotRetrieved, "imaging").Select(value => value.ToString());

        derived.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        derived.Missing.Should().Equal("imaging");
    }
}
