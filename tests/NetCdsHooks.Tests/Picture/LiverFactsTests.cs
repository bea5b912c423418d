using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Tests.Picture;

public class LiverFactsTests
{
    public static TheoryData<string, string, decimal, decimal> Counts => new()
    {
        { "number in words", "Three liver metastases.", 3, 3 },
        { "number in digits", "4 hypervascular hepatic lesions, the largest 2 cm.", 4, 4 },
        { "lesions in the liver", "Six lesions in the liver", 6, 6 },
        { "solitary", "Solitary hepatic metastasis in segment 7.", 1, 1 },
        { "multifocal", "Multifocal liver metastases.", 4, decimal.MaxValue },
        { "diffuse", "Diffuse hepatic involvement.", 4, decimal.MaxValue },
        { "innumerable", "Innumerable lesions throughout the liver", 4, decimal.MaxValue },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void Reports_tell_how_many_lesions_the_liver_holds(string story, string conclusion, decimal low, decimal high)
    {
        var count = Of(Report(conclusion)).LesionCount;

        count.Value().Should().Be(new Interval<decimal>(low, high), story);
        count.Confidence().Should().Be(Confidence.FreeText);
    }

    [Theory]
    [InlineData("Liver metastases, 2 cm in size.")]
    [InlineData("Solitary liver cyst.")]
    [InlineData("Diffuse hepatic steatosis.")]
    [InlineData("No liver lesions.")]
    [InlineData("Two lesions in the lung.")]
    public void Other_words_give_no_number(string conclusion) =>
        Of(Report(conclusion)).LesionCount.WhyUnknown.Should().Be(UnknownReason.NotRecorded);

    [Fact]
    public void A_result_gives_a_number_and_the_latest_word_counts()
    {
        const string result = """{"resourceType":"Observation","id":"n","status":"final","code":{"text":"Number of liver lesions"},"effectiveDateTime":"2026-09-01","valueInteger":3}""";

        Of(result).LesionCount.Value().Should().Be(Interval<decimal>.Exactly(3));
        Of(result, Report("Five liver metastases.", "2026-10-01")).LesionCount.Value().Should().Be(Interval<decimal>.Exactly(5));
        Of(Report("Five liver metastases."), Report("Two liver metastases.")).LesionCount.WhyUnknown.Should().Be(UnknownReason.Conflicting);
    }

    [Theory]
    [InlineData(DataNeed.Reports)]
    [InlineData(DataNeed.Pathology)]
    public void A_later_number_may_be_out_of_sight(DataNeed failed) =>
        new LiverFacts(EventRecord.WithGaps([failed], Report("Two liver metastases."))).LesionCount.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);

    [Theory]
    [InlineData("High tumour burden in the liver.", true)]
    [InlineData("Bulky liver disease.", true)]
    [InlineData("Extensive hepatic metastases.", true)]
    [InlineData("No high tumour burden.", false)]
    [InlineData("Stable liver metastases.", false)]
    public void A_high_burden_is_told_in_words(string conclusion, bool expected) =>
        Of(Report(conclusion)).HighTumourBurden.Value().Should().Be(expected);

    [Fact]
    public void Unread_reports_leave_the_burden_open() =>
        new LiverFacts(EventRecord.WithGaps([DataNeed.Reports])).HighTumourBurden.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);

    private static LiverFacts Of(params string[] resources) => new(EventRecord.With(resources));

    private static string Report(string conclusion, string date = "2026-08-01") =>
        $$"""{"resourceType":"DiagnosticReport","id":"r{{conclusion.Length}}","status":"final","effectiveDateTime":"{{date}}","code":{"text":"CT abdomen"},"conclusion":"{{conclusion}}"}""";
}
