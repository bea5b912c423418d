using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Support;
using static NetCdsHooks.Tests.Support.SomeResources;

namespace NetCdsHooks.Tests.Picture;

public sealed class PatientFactsTests
{
    /// <summary>Story; birth date; youngest and oldest possible age on 21 November 2026, null when unknown.</summary>
    public static TheoryData<string, string?, int?, int?> Ages => new()
    {
        { "40 today", "1986-11-21", 40, 40 },
        { "40 tomorrow", "1986-11-22", 39, 39 },
        { "born on a leap day", "2000-02-29", 26, 26 },
        { "month only, before this one", "1986-10", 40, 40 },
        { "month only, this one", "1986-11", 39, 40 },
        { "year only", "1986", 39, 40 },
        { "born today", "2026-11-21", 0, 0 },
        { "born tomorrow", "2026-11-22", null, null },
        { "no date", "unknown", null, null },
        { "not recorded", null, null, null },
    };

    [Theory]
    [MemberData(nameof(Ages))]
    public void Age_is_counted_in_completed_years(string story, string? birth, int? youngest, int? oldest)
    {
        var age = SomeChart.Picture(Person("female", birth)).Patient.Age;

        if (youngest is null)
            age.WhyUnknown.Should().Be(birth is null ? UnknownReason.NotRecorded : UnknownReason.Unusable, story);
        else
            age.Value().Should().Be(new Interval<decimal>(youngest.Value, oldest!.Value), story);
    }

    [Theory]
    [InlineData("female", Sex.Female)]
    [InlineData("male", Sex.Male)]
    [InlineData("other", Sex.Other)]
    public void Sex_is_as_recorded(string gender, Sex expected) => SomeChart.Picture(Person(gender)).Patient.Sex.Value().Should().Be(expected);

    [Theory]
    [InlineData("unknown")]
    [InlineData(null)]
    public void A_sex_that_is_not_told_is_not_recorded(string? gender) =>
        SomeChart.Picture(Person(gender)).Patient.Sex.WhyUnknown.Should().Be(UnknownReason.NotRecorded);

    /// <summary>Story; gender; birth date; what the record holds; expected.</summary>
    public static TheoryData<string, string?, string?, Resource[], Truth> Pregnancies => new()
    {
        { "status: pregnant", "female", "1990-05-01", [Status("Pregnant", "2026-09-01")], Truth.Yes },
        { "status by SNOMED CT", "female", "1990-05-01", [CodedStatus("77386006", "2026-09-01")], Truth.Yes },
        { "status: not pregnant", "female", "1990-05-01", [Status("Not pregnant", "2026-11-01")], Truth.No },
        { "status: not known", "female", "1990-05-01", [Status("Pregnancy status unknown", "2026-11-01")], Truth.Unknown },
        { "status: possibly", "female", "1990-05-01", [Status("Possibly pregnant", "2026-11-01")], Truth.Unknown },
        { "pregnant 42 weeks ago", "female", "1990-05-01", [Status("Pregnant", "2026-01-31")], Truth.Yes },
        { "pregnant longer ago than any pregnancy lasts", "female", "1990-05-01", [Status("Pregnant", "2026-01-30")], Truth.Unknown },
        { "undated status", "female", "1990-05-01", [Status("Pregnant", null)], Truth.Unknown },
        { "hCG positive 60 days ago", "female", "1990-05-01", [Hcg("Positive", "2026-09-22")], Truth.Yes },
        { "hCG positive 61 days ago", "female", "1990-05-01", [Hcg("Positive", "2026-09-21")], Truth.Unknown },
        { "hCG positive in a month that may be longer ago", "female", "1990-05-01", [Hcg("Positive", "2026-09")], Truth.Unknown },
        { "hCG negative", "female", "1990-05-01", [Hcg("Negative", "2026-11-01")], Truth.No },
        { "hCG negative long ago", "female", "1990-05-01", [Hcg("Negative", "2026-01-01")], Truth.Unknown },
        { "hCG not detected", "female", "1990-05-01", [Hcg("Not detected", "2026-11-01")], Truth.No },
        { "hCG by interpretation", "female", "1990-05-01", [Result("h", "2118-8", "2026-11-01") with { Interpretation = [Code("v3", "POS")] }], Truth.Yes },
        { "hCG cancelled", "female", "1990-05-01", [Hcg("Positive", "2026-11-01") with { Status = "cancelled" }], Truth.Unknown },
        { "positive, then negative", "female", "1990-05-01", [Hcg("Positive", "2026-10-01"), Hcg("Negative", "2026-11-01", "i")], Truth.No },
        { "negative, then positive", "female", "1990-05-01", [Hcg("Negative", "2026-10-01"), Hcg("Positive", "2026-11-01", "i")], Truth.Yes },
        { "both on one day", "female", "1990-05-01", [Hcg("Negative", "2026-11-01"), Hcg("Positive", "2026-11-01", "i")], Truth.Yes },
        { "diagnosis", "female", "1990-05-01", [Diagnosed("Z33.1")], Truth.Yes },
        { "diagnosis of the obstetric chapter", "female", "1990-05-01", [Diagnosed("O09.91")], Truth.Yes },
        { "diagnosis resolved", "female", "1990-05-01", [Diagnosed("O09.91", "resolved")], Truth.Unknown },
        { "diagnosis in words", "female", "1990-05-01", [TumourRecord.Diagnosis("c", Words("Pregnancy, second trimester"))], Truth.Yes },
        { "a wish to become pregnant", "female", "1990-05-01", [TumourRecord.Diagnosis("c", Words("Wishes pregnancy"))], Truth.Unknown },
        { "diagnosis beside a negative test", "female", "1990-05-01", [Diagnosed("Z33.1"), Hcg("Negative", "2026-11-01")], Truth.Yes },
        { "nothing", "female", "1990-05-01", [], Truth.Unknown },
        { "nothing, sex not recorded", null, "1990-05-01", [], Truth.Unknown },
        { "a man with raised hCG", "male", "1990-05-01", [Hcg("Positive", "2026-11-01")], Truth.No },
        { "55 years old", "female", "1971-11-21", [Hcg("Positive", "2026-11-01")], Truth.Yes },
        { "56 years old", "female", "1970-11-21", [Hcg("Positive", "2026-11-01")], Truth.No },
        { "9 years old", "female", "2016-11-22", [], Truth.No },
        { "10 years old", "female", "2016-11-21", [], Truth.Unknown },
    };

    [Theory]
    [MemberData(nameof(Pregnancies))]
    public void Pregnant_is_who_was_found_so(string story, string? gender, string? birth, Resource[] record, Truth expected) =>
        SomeChart.Picture(record.Prepend(Person(gender, birth))).Patient.Pregnant.Test(pregnant => pregnant).Should().Be(expected, story);

    /// <summary>Story; what could not be retrieved; what the record holds; expected.</summary>
    public static TheoryData<string, DataNeed, Resource[], Truth> Gaps => new()
    {
        { "a positive test beside a failed problem list", DataNeed.Conditions, [Hcg("Positive", "2026-11-01")], Truth.Yes },
        { "a diagnosis beside failed results", DataNeed.Status, [Diagnosed("Z33.1")], Truth.Yes },
        { "a negative test beside a failed problem list", DataNeed.Conditions, [Hcg("Negative", "2026-11-01")], Truth.Unknown },
        { "nothing, results failed", DataNeed.Status, [], Truth.Unknown },
        { "a positive test of a person who could not be read", DataNeed.Patient, [Hcg("Positive", "2026-11-01")], Truth.Unknown },
        { "a diagnosis of a person who could not be read", DataNeed.Patient, [Diagnosed("Z33.1")], Truth.Yes },
        { "a status of a person who could not be read", DataNeed.Patient, [Status("Pregnant", "2026-09-01")], Truth.Yes },
        { "nothing of a person who could not be read", DataNeed.Patient, [], Truth.Unknown },
    };

    [Theory]
    [MemberData(nameof(Gaps))]
    public void What_could_not_be_retrieved_never_makes_a_no(string story, DataNeed failed, Resource[] record, Truth expected)
    {
        var person = failed == DataNeed.Patient ? Array.Empty<Resource>() : [Person("female", "1990-05-01")];
        var pregnant = SomeChart.PictureWithGaps([failed], [.. person, .. record]).Patient.Pregnant;

        pregnant.Test(value => value).Should().Be(expected, story);
        if (expected == Truth.Unknown)
            pregnant.Missing.Should().Equal([NeedInfo.Of(failed).Key], story);
    }

    /// <summary>Story; the results; expected, null when unknown.</summary>
    public static TheoryData<string, Observation[], decimal?, UnknownReason?> Pains => new()
    {
        { "a quantity", [Pain("a", "2026-11-01") with { ValueQuantity = Amount(6, "{score}") }], 6, null },
        { "a whole number", [Pain("a", "2026-11-01") with { ValueInteger = 4 }], 4, null },
        { "a wording", [Pain("a", "2026-11-01") with { ValueString = "6/10" }], 6, null },
        { "out of the scale", [Pain("a", "2026-11-01") with { ValueInteger = 60 }], null, UnknownReason.Unusable },
        { "words without a number", [Pain("a", "2026-11-01") with { ValueString = "severe" }], null, UnknownReason.Unusable },
        { "the latest", [Pain("a", "2026-11-01") with { ValueInteger = 2 }, Pain("b", "2026-10-01") with { ValueInteger = 8 }], 2, null },
        { "the highest of a day", [Pain("a", "2026-11-01") with { ValueInteger = 2 }, Pain("b", "2026-11-01") with { ValueInteger = 5 }], 5, null },
        { "a goal", [new() { Id = "g", Status = "final", Code = Words("Pain score goal"), EffectiveDateTime = "2026-11-01", ValueInteger = 3 }], null, UnknownReason.NotRecorded },
        { "none", [], null, UnknownReason.NotRecorded },
    };

    [Theory]
    [MemberData(nameof(Pains))]
    public void Pain_is_scored_from_0_to_10(string story, Observation[] results, decimal? expected, UnknownReason? reason)
    {
        var pain = SomeChart.Picture(results).Care.PainScore;

        pain.WhyUnknown.Should().Be(reason, story);
        if (expected is { } score)
            pain.Value().Should().Be(Interval<decimal>.Exactly(score), story);
    }

    [Fact]
    public void A_pain_score_beside_failed_results_shows_that_there_is_one()
    {
        var pain = SomeChart.PictureWithGaps([DataNeed.Status], Pain("a", "2026-11-01") with { ValueInteger = 4 }).Care.PainScore;

        pain.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        pain.Evidence.Should().ContainSingle();
    }

    private static Patient Person(string? gender, string? birth = "1990-05-01") => new() { Id = "pat-1", Gender = gender, BirthDate = birth };

    private static Observation Status(string value, string? date) => Result("s", "82810-3", date!) with { ValueCodeableConcept = Words(value) };

    private static Observation CodedStatus(string code, string date) => Result("s", "82810-3", date) with { ValueCodeableConcept = Code(Snomed, code) };

    private static Observation Hcg(string value, string date, string id = "h") => Result(id, "2118-8", date) with { ValueCodeableConcept = Words(value) };

    private static Observation Pain(string id, string date) => Result(id, "72514-3", date);

    private static Condition Diagnosed(string code, string clinical = "active") => TumourRecord.Diagnosis("c", Code(Icd, code), clinical: clinical);
}
