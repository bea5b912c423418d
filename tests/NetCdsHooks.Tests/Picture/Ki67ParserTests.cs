using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;

namespace NetCdsHooks.Tests.Picture;

public sealed class Ki67ParserTests
{
    /// <summary>Story, text, lower bound, upper bound, whether each belongs to it, whether it is approximate.</summary>
    public static TheoryData<string, string, decimal, decimal, bool, bool, bool> Texts => new()
    {
        { "a plain number", "2.5", 2.5m, 2.5m, true, true, false },
        { "a number with its sign", "4 %", 4, 4, true, true, false },
        { "less than", "<3", 0, 3, true, false, false },
        { "less than one", "<1", 0, 1, true, false, false },
        { "less than one with sign", "<1 %", 0, 1, true, false, false },
        { "at most", "<=2", 0, 2, true, true, false },
        { "at most in one sign", "≤ 2 %", 0, 2, true, true, false },
        { "at most in words", "up to 2 %", 0, 2, true, true, false },
        { "more than", ">20", 20, 100, false, true, false },
        { "more than in words", "more than 20 percent", 20, 100, false, true, false },
        { "at least", ">=20", 20, 100, true, true, false },
        { "at least in one sign", "≥20%", 20, 100, true, true, false },
        { "a range", "2-3", 2, 3, true, true, false },
        { "a range with spaces and sign", "10 - 15 %", 10, 15, true, true, false },
        { "a range with a sign at both ends", "10%-15%", 10, 15, true, true, false },
        { "a range with a dash", "2–3 %", 2, 3, true, true, false },
        { "a range in words", "1 to 2%", 1, 2, true, true, false },
        { "between two values", "between 2 and 3 %", 2, 3, true, true, false },
        { "the wrong way round", "15-10 %", 10, 15, true, true, false },
        { "plus or minus", "5 ± 1 %", 4, 6, true, true, false },
        { "about, as a wave", "~5", 5, 5, true, true, true },
        { "about, in Latin", "ca. 5", 5, 5, true, true, true },
        { "about, in words", "approximately 5", 5, 5, true, true, true },
        { "about, cut short", "approx 5", 5, 5, true, true, true },
        { "the hot spot counts", "5 % (hot spot 12 %)", 12, 12, true, true, false },
        { "the hot spot comes first", "hot spots 12 %, average 5 %", 12, 12, true, true, false },
        { "the highest counts", "5 %, highest 9 %", 9, 9, true, true, false },
        { "the first of two values", "5 %, 9 %", 5, 5, true, true, true },
        { "a decimal comma", "2,5 %", 2.5m, 2.5m, true, true, false },
        { "a decimal comma with two digits", "2,25", 2.25m, 2.25m, true, true, false },
        { "decimal commas in a range", "2,5-3,5 %", 2.5m, 3.5m, true, true, false },
        { "the name is no number", "Ki-67: 5 %", 5, 5, true, true, false },
        { "the other name is no number", "MIB-1 index 5 %", 5, 5, true, true, false },
        { "a grade beside it is no number", "8 % (G2)", 8, 8, true, true, false },
        { "cells beside it are no percentage", "3 % of 2000 cells", 3, 3, true, true, true },
        { "nothing", "0 %", 0, 0, true, true, false },
        { "everything", "100 %", 100, 100, true, true, false },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_is_read_as_an_interval(string story, string text, decimal low, decimal high, bool lowIncluded, bool highIncluded, bool approximate)
    {
        var ki67 = Ki67Parser.Parse(text);

        ki67.Should().NotBeNull(story);
        ki67!.Percent.Should().Be(new Interval<decimal>(low, high, lowIncluded, highIncluded), story);
        ki67.Approximate.Should().Be(approximate, story);
        ki67.Raw.Should().Be(text);
    }

    public static TheoryData<string, string> UnusableTexts => new()
    {
        { "a word", "low" },
        { "another word", "positive" },
        { "nothing written", " " },
        { "above everything", "150 %" },
        { "more than everything", ">100" },
        { "less than nothing", "<0" },
        { "three digits behind the comma", "1,234 %" },
        { "a grade only", "G2" },
    };

    [Theory]
    [MemberData(nameof(UnusableTexts))]
    public void A_text_without_an_index_is_unusable(string story, string text) => Ki67Parser.Parse(text).Should().BeNull(story);

    public static TheoryData<string, Quantity, decimal, decimal, bool, bool, bool> Quantities => new()
    {
        { "percent", new() { Value = 4, Unit = "%", Code = "%" }, 4, 4, true, true, false },
        { "less than", new() { Value = 3, Comparator = "<", Unit = "%" }, 0, 3, true, false, false },
        { "at most", new() { Value = 2, Comparator = "<=", Unit = "%" }, 0, 2, true, true, false },
        { "more than", new() { Value = 20, Comparator = ">", Unit = "%" }, 20, 100, false, true, false },
        { "at least", new() { Value = 20, Comparator = ">=", Unit = "%" }, 20, 100, true, true, false },
        { "no unit means percent", new() { Value = 5 }, 5, 5, true, true, false },
        { "no unit and one means one percent", new() { Value = 1 }, 1, 1, true, true, false },
        { "no unit and a small fraction is in doubt", new() { Value = 0.05m }, 0.05m, 0.05m, true, true, true },
        { "a ratio", new() { Value = 0.05m, Code = "1" }, 5, 5, true, true, false },
        { "a ratio in braces", new() { Value = 0.25m, Unit = "{ratio}" }, 25, 25, true, true, false },
        { "a ratio with a limit", new() { Value = 0.03m, Code = "1", Comparator = "<" }, 0, 3, true, false, false },
        { "the code speaks before the unit", new() { Value = 4, Unit = "cells", Code = "%" }, 4, 4, true, true, false },
    };

    [Theory]
    [MemberData(nameof(Quantities))]
    public void A_quantity_is_read_in_percent(string story, Quantity quantity, decimal low, decimal high, bool lowIncluded, bool highIncluded, bool approximate)
    {
        var ki67 = Ki67Parser.Parse(quantity);

        ki67.Should().NotBeNull(story);
        ki67!.Percent.Should().Be(new Interval<decimal>(low, high, lowIncluded, highIncluded), story);
        ki67.Approximate.Should().Be(approximate, story);
    }

    public static TheoryData<string, Quantity> UnusableQuantities => new()
    {
        { "above 100 %", new() { Value = 150, Unit = "%" } },
        { "below 0 %", new() { Value = -1, Unit = "%" } },
        { "a ratio above one", new() { Value = 5, Code = "{ratio}" } },
        { "another unit", new() { Value = 5, Unit = "mm" } },
        { "a comparator nobody knows", new() { Value = 5, Unit = "%", Comparator = "ad" } },
        { "no value", new() { Unit = "%" } },
    };

    [Theory]
    [MemberData(nameof(UnusableQuantities))]
    public void A_quantity_that_is_no_percentage_is_unusable(string story, Quantity quantity) => Ki67Parser.Parse(quantity).Should().BeNull(story);

    [Theory]
    [InlineData("both ends", 2, 3, 2, 3)]
    [InlineData("low end only", 25, null, 25, 100)]
    [InlineData("high end only", null, 2, 0, 2)]
    public void A_range_is_read_with_open_ends(string story, int? low, int? high, int expectedLow, int expectedHigh)
    {
        var range = new Clinical.Fhir.Range { Low = End(low), High = End(high) };

        Ki67Parser.Parse(range)!.Percent.Should().Be(new Interval<decimal>(expectedLow, expectedHigh), story);

        static Quantity? End(int? value) => value is null ? null : new() { Value = value, Unit = "%" };
    }

    [Fact]
    public void A_range_without_ends_or_the_wrong_way_round_is_unusable()
    {
        Ki67Parser.Parse(new Clinical.Fhir.Range()).Should().BeNull();
        Ki67Parser.Parse(new Clinical.Fhir.Range { Low = new() { Value = 9 }, High = new() { Value = 2 } }).Should().BeNull();
    }

    [Theory]
    [InlineData("percent sign needed", "Ki-67 labelling index 5 %.", "5")]
    [InlineData("with a limit", "Ki67 <3%", "<3")]
    [InlineData("percent as a word", "Ki-67 index: 4 percent", "4")]
    [InlineData("a range", "MIB-1 proliferation index of 2-3 %", "2-3")]
    [InlineData("both names", "MIB-1 (Ki-67): 2,5 %", "2.5")]
    [InlineData("the hot spot counts", "Ki-67 5 % (hot spot 12 %)", "12")]
    public void A_report_tells_the_index(string story, string report, string expected) =>
        Ki67Parser.ParseNarrative(report).Should().ContainSingle(story)
            .Which.Percent.Should().Be(Ki67Parser.Parse(expected)!.Percent, story);

    [Theory]
    [InlineData("For Ki-67 see the separate result. Tumour in 90 % of the material.")]
    [InlineData("Ki-67 was not done.")]
    [InlineData("Synaptophysin positive in 90 % of cells")]
    public void A_report_without_an_index_tells_none(string report) => Ki67Parser.ParseNarrative(report).Should().BeEmpty();
}
