using NetCdsHooks.Clinical.Picture;

namespace NetCdsHooks.Tests.Picture;

public sealed class TnmParserTests
{
    public static TheoryData<string, string, string?, string?, string?, string?> Texts => new()
    {
        { "all three", "pT3N1M0", "pT3", "N1", "M0", null },
        { "apart", "pT2 pN1 cM0", "pT2", "pN1", "cM0", null },
        { "with commas", "T2, N0, M0", "T2", "N0", "M0", null },
        { "with a subclass", "pT1a", "pT1a", null, null, null },
        { "in situ", "pTis", "pTis", null, null, null },
        { "not assessed", "TX NX", "TX", "NX", null, null },
        { "after treatment", "ypT2 ypN0", "ypT2", "ypN0", null, null },
        { "node count in brackets", "pT3 pN1 (2/9) M0", "pT3", "pN1", "M0", null },
        { "M alone", "cM1b", null, null, "cM1b", null },
        { "a long display", "American Joint Committee on Cancer cM0 (qualifier value)", null, null, "cM0", null },
        { "group with the word", "Stage IIIB", null, null, null, "IIIB" },
        { "group in a display", "American Joint Committee on Cancer stage IIB (qualifier value)", null, null, null, "IIB" },
        { "group alone", "IV", null, null, null, "IV" },
        { "group in Arabic numerals", "stage 2A", null, null, null, "IIA" },
        { "bare Arabic group", "3", null, null, null, "III" },
        { "group and categories", "Stage IIB (T2N1M0)", "T2", "N1", "M0", "IIB" },
        { "nought", "Stage 0", null, null, null, "0" },
        { "an edition is no group", "AJCC 8th edition", null, null, null, null },
        { "a sentence is no group", "I cannot say", null, null, null, null },
        { "group of ENETS", "ENETS IIIB", null, null, null, "IIIB" },
        { "group of the UICC", "UICC IV", null, null, null, "IV" },
        { "an edition before the group", "UICC 8th edition IIA", null, null, null, "IIA" },
        { "the number of an edition is no group", "UICC 8", null, null, null, null },
        { "German stage", "Stadium IV", null, null, null, "IV" },
        { "German stage of the UICC", "UICC-Stadium IIB", null, null, null, "IIB" },
        { "stage by ENETS", "Stage ENETS IIIB", null, null, null, "IIIB" },
        { "nothing", "", null, null, null, null },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_tells_categories_and_group(string story, string text, string? t, string? n, string? m, string? group) =>
        TnmParser.Parse(text).Should().Be(new Tnm(t, n, m, group), story);

    [Theory]
    [InlineData("Metastatic", Extent.Metastatic)]
    [InlineData("Stage: metastatic disease", Extent.Metastatic)]
    [InlineData("Metastatic to liver and bone", Extent.Metastatic)]
    [InlineData("Localised", Extent.Localized)]
    [InlineData("localized disease", Extent.Localized)]
    [InlineData("loco-regional", Extent.Regional)]
    [InlineData("Locoregional disease.", Extent.Regional)]
    [InlineData("Non-metastatic", null)]
    [InlineData("No metastatic disease", null)]
    [InlineData("Metastatic work-up pending", null)]
    [InlineData("Not localised", null)]
    [InlineData("Localised pain", null)]
    [InlineData("Stage IIA", null)]
    public void Words_for_the_extent_stand_alone(string text, Extent? expected) =>
        TnmParser.Parse(text).Extent.Should().Be(expected);

    [Theory]
    [InlineData("the category is named", "pT3", 'T', "pT3")]
    [InlineData("the letter is left out", "3", 'T', "T3")]
    [InlineData("the letter is left out after the prefix", "c2", 'N', "N2")]
    [InlineData("another category", "N1", 'T', null)]
    [InlineData("a word", "unknown", 'M', null)]
    public void A_category_element_may_leave_its_letter_out(string story, string text, char letter, string? expected) =>
        TnmParser.ParseCategory(text, letter).Should().Be(expected, story);

    [Fact]
    public void An_MRI_sequence_in_a_report_is_no_T_category()
    {
        TnmParser.ParseNarrative("T2 hyperintense lesion of the liver").Should().Be(new Tnm());
        TnmParser.ParseNarrative("Resected, pT2 pN1 (1/9).").Should().Be(new Tnm("pT2", "pN1"));
    }
}
