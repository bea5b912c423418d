using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;
using NetCdsHooks.Tests.Support;
using static NetCdsHooks.Tests.Support.SomeResources;

namespace NetCdsHooks.Tests.Picture;

public sealed class ProgressionFactsTests
{
    private static readonly CodeableConcept Lanreotide = Code(Atc, "H01CB03");

    private static Dictionary<string, (Resource[] Record, DiseaseCourse? Expected, UnknownReason? Reason)> Courses => new()
    {
        ["nothing"] = ([], null, UnknownReason.NotRecorded),
        ["worsened"] = ([Status("s", "271299001", "2026-10-01")], DiseaseCourse.Worsened, null),
        ["stable"] = ([Status("s", "359746009", "2026-10-01")], DiseaseCourse.Stable, null),
        ["improved"] = ([Status("s", "268910001", "2026-10-01")], DiseaseCourse.Improved, null),
        ["undetermined"] = ([Status("s", "709137006", "2026-10-01")], DiseaseCourse.Undetermined, null),
        ["the latest counts"] = ([Status("s", "271299001", "2025-10-01"), Status("t", "359746009", "2026-10-01")], DiseaseCourse.Stable, null),
        ["two of one day"] = ([Status("s", "271299001", "2026-10-01"), Status("t", "359746009", "2026-10-01")], null, UnknownReason.Conflicting),
        ["in words"] = ([Status("s", null, "2026-10-01") with { ValueString = "PD" }], DiseaseCourse.Worsened, null),
        ["meaningless"] = ([Status("s", null, "2026-10-01") with { ValueString = "see letter" }], null, UnknownReason.Unusable),
        ["entered in error"] = ([Status("s", "271299001", "2026-10-01") with { Status = "entered-in-error" }], null, UnknownReason.NotRecorded),
        ["from the future"] = ([Status("s", "271299001", "2027-10-01")], null, UnknownReason.NotRecorded),
        ["report of progression"] = ([Report("r", "Progressive liver metastases.", "2026-10-01")], DiseaseCourse.Worsened, null),
        ["report without progression"] = ([Report("r", "No evidence of progression.", "2026-10-01")], DiseaseCourse.Stable, null),
        ["report with a worse sentence"] = ([Report("r", "No progression of the liver metastases. New bone lesions.", "2026-10-01")], DiseaseCourse.Worsened, null),
        ["report of a response"] = ([Report("r", "Partial response of the liver metastases", "2026-10-01")], DiseaseCourse.Improved, null),
        ["report that says nothing of it"] = ([Report("r", "Stable renal cyst", "2026-10-01")], null, UnknownReason.NotRecorded),
        ["a later report outweighs an earlier result"] =
            ([Status("s", "271299001", "2026-03-01"), Report("r", "Stable disease", "2026-10-01")], DiseaseCourse.Stable, null),
        ["of one day the result outweighs the report"] =
            ([Status("s", "271299001", "2026-10-01"), Report("r", "Stable disease", "2026-10-01")], DiseaseCourse.Worsened, null),
        ["pathology"] = ([Report("r", "Progression to a higher grade", "2026-10-01") with { Code = Code(Loinc, "60567-5") }], null, UnknownReason.NotRecorded),
    };

    public static TheoryData<string> CourseStories => [.. Courses.Keys];

    [Theory]
    [MemberData(nameof(CourseStories))]
    public void The_course_of_the_disease(string story)
    {
        var (record, expected, reason) = Courses[story];

        var course = SomeChart.Picture(record).Progression.Course;

        course.WhyUnknown.Should().Be(reason, story);
        (course as Fact<DiseaseCourse>.Known)?.Value.Should().Be(expected, story);
    }

    [Fact]
    public void Words_of_a_report_are_free_text_and_a_result_is_not()
    {
        SomeChart.Picture(Report("r", "Progressive disease", "2026-10-01")).Progression.Course.Confidence().Should().Be(Confidence.FreeText);
        SomeChart.Picture(Status("s", "271299001", "2026-10-01")).Progression.Course.Confidence().Should().Be(Confidence.Coded);
    }

    [Fact]
    public void The_day_of_progression_is_that_of_the_latest_statement_if_it_says_so()
    {
        SomeChart.Picture(Status("s", "271299001", "2026-10")).Progression.WorsenedOn.Value().ToString().Should().Be("2026-10");
        SomeChart.Picture(Status("s", "359746009", "2026-10-01")).Progression.WorsenedOn.WhyUnknown.Should().Be(UnknownReason.NotRecorded);
    }

    [Fact]
    public void A_failed_query_leaves_the_latest_course_open() =>
        SomeChart.PictureWithGaps([DataNeed.Reports], Status("s", "271299001", "2026-10-01")).Progression.Course.Missing.Should().Equal("reports");

    private static Dictionary<string, (Resource[] Record, Truth Expected)> Failures => new()
    {
        ["nothing"] = ([], Truth.No),
        ["worse after the start"] = ([Order("m", "active", Lanreotide), Status("s", "271299001", "2026-10-01")], Truth.Yes),
        ["worse on the day of the start"] = ([Order("m", "active", Lanreotide), Status("s", "271299001", "2026-01-10")], Truth.No),
        ["worse before the start"] = ([Order("m", "active", Lanreotide), Status("s", "271299001", "2025-10-01")], Truth.No),
        ["worse in the month of the start"] = ([Order("m", "active", Lanreotide), Status("s", "271299001", "2026-01")], Truth.Unknown),
        ["worse after an analogue of long ago"] = ([Dose("m", "2024-01-01", Lanreotide), Status("s", "271299001", "2026-10-01")], Truth.Yes),
        ["worse without an analogue"] = ([Status("s", "271299001", "2026-10-01")], Truth.No),
        ["stable"] = ([Order("m", "active", Lanreotide), Status("s", "359746009", "2026-10-01")], Truth.No),
        ["stable, but symptoms uncontrolled"] =
            ([Order("m", "active", Lanreotide), Status("s", "359746009", "2026-10-01"), Report("r", "Flushing remains poorly controlled", "2026-10-01")], Truth.Yes),
        ["symptoms uncontrolled without an analogue"] = ([Status("s", "359746009", "2026-10-01"), Report("r", "Uncontrolled carcinoid symptoms", "2026-10-01")], Truth.No),
        ["symptoms controlled"] =
            ([Order("m", "active", Lanreotide), Status("s", "359746009", "2026-10-01"), Report("r", "Symptoms well controlled", "2026-10-01")], Truth.No),
        ["no uncontrolled symptoms"] =
            ([Order("m", "active", Lanreotide), Status("s", "359746009", "2026-10-01"), Report("r", "No uncontrolled symptoms", "2026-10-01")], Truth.No),
    };

    public static TheoryData<string> FailureStories => [.. Failures.Keys];

    [Theory]
    [MemberData(nameof(FailureStories))]
    public void Failure_of_the_analogue(string story) =>
        SomeChart.Picture(Failures[story].Record).Progression.SsaFailure.Test(failed => failed).Should().Be(Failures[story].Expected, story);

    [Fact]
    public void Worsening_after_the_start_proves_failure_whatever_else_could_not_be_asked() =>
        SomeChart.PictureWithGaps([DataNeed.CarePlans, DataNeed.MedicationStatements], Order("m", "active", Lanreotide), Status("s", "271299001", "2026-10-01"))
            .Progression.SsaFailure.Value().Should().BeTrue();

    [Fact]
    public void An_analogue_that_was_never_given_did_not_fail_whatever_the_course() =>
        SomeChart.PictureWithGaps([DataNeed.Reports]).Progression.SsaFailure.Value().Should().BeFalse();

    public static TheoryData<string, bool> Speeds => new()
    {
        { "Rapid progression in the liver", true },
        { "rapidly progressive disease", true },
        { "No rapid progression", false },
        { "Slow progression", false },
    };

    [Theory]
    [MemberData(nameof(Speeds))]
    public void Rapid_progression_is_read_from_words(string conclusion, bool expected) =>
        SomeChart.Picture(Report("r", conclusion, "2026-10-01")).Progression.Rapid.Value().Should().Be(expected);

    private static Observation Status(string id, string? snomed, string date) => Result(id, "97509-4", date) with
    {
        ValueCodeableConcept = snomed is null ? null : Code(Snomed, snomed),
    };

    private static DiagnosticReport Report(string id, string conclusion, string date) =>
        new() { Id = id, Status = "final", Code = Words("CT abdomen"), EffectiveDateTime = date, Conclusion = conclusion };
}
