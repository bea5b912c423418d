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
        { "the focal one counts", "low (<3%) overall but focally 25%", 25, 25, true, true, false },
        { "the highest that is reached counts", "18 %, focally up to 30 %", 30, 30, true, true, false },
        { "the highest that is reached without a word for it", "18 % up to 30 %", 30, 30, true, true, false },
        { "areas", "15 % (areas up to 22 %)", 22, 22, true, true, false },
        { "maximum", "12 %, maximum 22 %", 22, 22, true, true, false },
        { "focal only", "focally up to 30 %", 30, 30, true, true, false },
        { "a hot spot with a limit", "hot spot >20 %, average 5 %", 20, 100, false, true, false },
        { "a hot spot below a limit is not below the rest", "5 %, hot spot <25 %", 5, 25, true, false, false },
        { "less than or equal", "less than or equal to 3%", 0, 3, true, true, false },
        { "equal to or less than", "equal to or less than 20 %", 0, 20, true, true, false },
        { "no more than", "no more than 2 %", 0, 2, true, true, false },
        { "or less", "3 % or less", 0, 3, true, true, false },
        { "greater than or equal", "greater than or equal to 20 %", 20, 100, true, true, false },
        { "about so much or more", "about 20 % or more", 20, 100, true, true, true },
        { "a share of cells", "3/500 cells", 0.6m, 0.6m, true, true, false },
        { "a share of cells in words", "10 positive nuclei in 2000 cells", 0.5m, 0.5m, true, true, false },
        { "a share of thousands", "12 of 1,200 cells", 1, 1, true, true, false },
        { "less than a share", "<5/500 cells", 0, 1, true, false, false },
        { "the percentage beside its cells", "12 of 500 cells (2.4 %)", 2.4m, 2.4m, true, true, true },
        { "the first of two grades", "2 %, metastasis 25 %", 2, 2, true, true, true },
    };

    [Theory]
    [InlineData("two grades", "2 %, metastasis 25 %", true)]
    [InlineData("one grade", "5 %, 9 %", false)]
    [InlineData("the highest is told", "2 %, focally 25 %", false)]
    [InlineData("a range", "2-25 %", false)]
    public void Values_of_several_grades_are_told(string story, string text, bool expected) =>
        Ki67Parser.Parse(text)!.IsFirstOfSeveral.Should().Be(expected, story);

    [Theory]
    [InlineData("a fraction", "0.25", true)]
    [InlineData("a small fraction", "0.02", true)]
    [InlineData("below a fraction", "<0.5", true)]
    [InlineData("below one", "<1", false)]
    [InlineData("with its sign", "0.25 %", false)]
    [InlineData("worked out from cells", "3/500 cells", false)]
    [InlineData("nothing", "0", false)]
    public void A_bare_fraction_in_words_is_in_doubt(string story, string text, bool expected) =>
        Ki67Parser.Parse(text)!.MayBeRatio.Should().Be(expected, story);

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
        { "cells in fields", "5 positive cells per 10 HPF" },
        { "a share of few cells", "10 of 50 cells" },
        { "a share of next to none", "2/3" },
        { "more than all cells", "600/500 cells" },
        { "a number of cells", "2000 cells, 10 positive" },
        { "a day", "12/05/2024" },
        { "a range of shares", "3-5/500 cells" },
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
    [InlineData("the focal one counts", "Ki-67: low (<3%) overall but focally 25%.", "25")]
    [InlineData("the highest that is reached", "Ki-67 18 %, focally up to 30 %.", "30")]
    [InlineData("the hot spot comes behind", "Ki-67 5 % overall, 25 % in hot spots.", "25")]
    [InlineData("at most in words", "Ki-67 less than or equal to 20%", "<=20")]
    [InlineData("about so much or more", "Ki-67 is about 20 % or more", ">=20")]
    [InlineData("up to", "Ki-67 up to 2 %", "<=2")]
    [InlineData("a share of cells", "Ki-67: 3/500 cells", "0.6")]
    [InlineData("another stain is focal", "Ki-67 5 %, synaptophysin focally positive in 90 %", "5")]
    [InlineData("necrosis is focal", "Ki-67 5 %, focal necrosis 10 %", "5")]
    [InlineData("another stain in areas", "Ki-67 5 % in tumour areas, CgA 90 %", "5")]
    [InlineData("necrosis in areas", "Ki-67 5 %; 40 % of tumour areas necrotic", "5")]
    [InlineData("another percentage before it", "CgA in 90 % of cells. Ki-67 up to 2 %.", "<=2")]
    public void A_report_tells_the_index(string story, string report, string expected) =>
        Ki67Text.ParseNarrative(report).Should().ContainSingle(story)
            .Which.Percent.Should().Be(Ki67Parser.Parse(expected)!.Percent, story);

    [Theory]
    [InlineData("For Ki-67 see the separate result. Tumour in 90 % of the material.")]
    [InlineData("Ki-67 was not done.")]
    [InlineData("Synaptophysin positive in 90 % of cells")]
    public void A_report_without_an_index_tells_none(string report) => Ki67Text.ParseNarrative(report).Should().BeEmpty();
}
