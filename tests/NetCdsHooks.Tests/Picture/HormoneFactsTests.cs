using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Support;
using static NetCdsHooks.Tests.Support.SomeResources;

namespace NetCdsHooks.Tests.Picture;

public sealed class HormoneFactsTests
{
    private static readonly Condition Pancreas = TumourRecord.Diagnosis("net", Code(Icd, "C7A.8"), "2024-06-15") with { BodySite = [Words("pancreas")] };
    private static readonly Condition Ileum = TumourRecord.Diagnosis("net", Code(Icd, "C7A.012"), "2024-06-15");

    /// <summary>Story; the tumour; another diagnosis; whether insulinoma is suspected.</summary>
    public static TheoryData<string, Condition, Condition, Truth> LowGlucose => new()
    {
        { "hypoglycaemia after the tumour was found", Pancreas, Low("E16.2", "2025-01-01"), Truth.Yes },
        { "other hypoglycaemia", Pancreas, Low("E16.1", "2025-01-01"), Truth.Yes },
        { "hypoglycaemia of level 2", Pancreas, Low("E16.A2", "2025-01-01"), Truth.Yes },
        { "caused by a drug", Pancreas, Low("E16.0", "2025-01-01"), Truth.No },
        { "two years before, to the day", Pancreas, Low("E16.2", "2022-06-15"), Truth.Yes },
        { "two years and a day before", Pancreas, Low("E16.2", "2022-06-14"), Truth.No },
        { "in 2019", Pancreas, Low("E16.2", "2019"), Truth.No },
        { "some day of the month that is two years before", Pancreas, Low("E16.2", "2022-06"), Truth.Unknown },
        { "undated", Pancreas, Low("E16.2", null), Truth.Yes },
        { "over by now", Pancreas, Low("E16.2", "2025-01-01", "resolved"), Truth.Yes },
        { "refuted", Pancreas, Low("E16.2", "2025-01-01", verification: "refuted"), Truth.No },
        { "in words", Pancreas, TumourRecord.Diagnosis("h", Words("Recurrent hypoglycemia"), "2025-01-01"), Truth.Yes },
        { "denied", Pancreas, TumourRecord.Diagnosis("h", Words("No hypoglycaemia"), "2025-01-01"), Truth.No },
        { "of diabetes treatment", Pancreas, TumourRecord.Diagnosis("h", Words("Hypoglycaemia in type 2 diabetes"), "2025-01-01"), Truth.No },
        { "a tumour of the ileum", Ileum, Low("E16.2", "2025-01-01"), Truth.No },
        { "a tumour whose site is not recorded", TumourRecord.Diagnosis("net", Code(Icd, "C7A.00"), "2024-06-15"), Low("E16.2", "2025-01-01"), Truth.Unknown },
        { "insulinoma, suspected", Pancreas, TumourRecord.Diagnosis("i", Words("Insulinoma"), "2025-01-01", verification: "provisional"), Truth.Yes },
        { "insulinoma, refuted", Pancreas, TumourRecord.Diagnosis("i", Words("Insulinoma"), "2025-01-01", verification: "refuted"), Truth.No },
    };

    [Theory]
    [MemberData(nameof(LowGlucose))]
    public void Low_glucose_beside_a_pancreatic_tumour_makes_insulinoma_a_suspicion(string story, Condition tumour, Condition other, Truth expected)
    {
        var hormones = SomeChart.Picture(tumour, other).Hormones;

        hormones.IsSuspected(Syndrome.Insulinoma).Should().Be(expected, story);
        hormones.IsMissing(HormoneTest.Insulin).Should().Be(expected, story);
        (hormones.SuspectedSyndromes.WhyUnknown is null).Should().Be(expected != Truth.Unknown, story);
    }

    [Fact]
    public void A_suspicion_from_words_is_free_text() =>
        SomeChart.Picture(Pancreas, TumourRecord.Diagnosis("h", Words("Hypoglycemia"), "2025-01-01")).Hormones.MissingTests.Confidence()
            .Should().Be(Confidence.FreeText);

    /// <summary>Story; diagnosis; code of the result; the tests missing without and the fact that none is with it.</summary>
    public static TheoryData<string, string, string, HormoneTest> Panels => new()
    {
        { "insulinoma", "Insulinoma", "20448-7", HormoneTest.Insulin },
        { "gastrinoma", "Zollinger-Ellison syndrome", "29395-1", HormoneTest.Gastrin },
        { "glucagonoma", "Glucagonoma", "2338-2", HormoneTest.Glucagon },
        { "VIPoma", "VIPoma", "3125-2", HormoneTest.Vip },
        { "ectopic ACTH", "Ectopic ACTH syndrome", "14674-6", HormoneTest.Acth },
    };

    [Theory]
    [MemberData(nameof(Panels))]
    public void Each_syndrome_has_its_hormone(string story, string diagnosis, string loinc, HormoneTest test)
    {
        var syndrome = TumourRecord.Diagnosis("s", Words(diagnosis), "2025-01-01");

        SomeChart.Picture(Pancreas, syndrome).Hormones.MissingTests.Value().Should().Equal([test], story);
        SomeChart.Picture(Pancreas, syndrome, Measured(loinc)).Hormones.MissingTests.Value().Should().BeEmpty(story);
        SomeChart.Picture(Pancreas, syndrome, Measured("17861-6")).Hormones.MissingTests.Value().Should().Equal([test], story);
    }

    [Theory]
    [InlineData("Carcinoid syndrome")]
    [InlineData("Somatostatinoma")]
    public void Other_syndromes_ask_for_none_of_these(string diagnosis) =>
        SomeChart.Picture(Ileum, TumourRecord.Diagnosis("s", Words(diagnosis), "2025-01-01")).Hormones.MissingTests.Value().Should().BeEmpty();

    /// <summary>Story; the result of a gastrinoma; whether gastrin is missing.</summary>
    public static TheoryData<string, Observation, Truth> Results => new()
    {
        { "measured", Measured("2333-3"), Truth.No },
        { "a value that cannot be used", Result("r", "2333-3", "2026-01-01") with { ValueQuantity = Amount(-1, "pg/mL") }, Truth.No },
        { "not performed", Result("r", "2333-3", "2026-01-01") with { DataAbsentReason = Code("x", "not-performed") }, Truth.Yes },
        { "entered in error", Measured("2333-3") with { Status = "entered-in-error" }, Truth.Yes },
        { "by its name", new() { Id = "r", Status = "final", Code = Words("Gastrin, fasting"), EffectiveDateTime = "2026-01-01", ValueQuantity = Amount(400, "pg/mL") }, Truth.No },
        { "a releasing peptide", new() { Id = "r", Status = "final", Code = Words("Pro-gastrin releasing peptide"), ValueQuantity = Amount(400, "pg/mL") }, Truth.Yes },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void A_hormone_is_missing_when_it_was_never_measured(string story, Observation result, Truth expected) =>
        SomeChart.Picture(Pancreas, TumourRecord.Diagnosis("s", Code(Icd, "E16.4")), result).Hormones.IsMissing(HormoneTest.Gastrin).Should().Be(expected, story);

    [Theory]
    [InlineData(DataNeed.Labs, "labs")]
    [InlineData(DataNeed.Conditions, "conditions")]
    public void What_could_not_be_retrieved_leaves_the_list_unknown(DataNeed failed, string key)
    {
        var hormones = SomeChart.PictureWithGaps([failed], failed == DataNeed.Conditions ? [] : [Pancreas, TumourRecord.Diagnosis("s", Code(Icd, "E16.4"))]).Hormones;

        hormones.MissingTests.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        hormones.MissingTests.Missing.Should().Equal(key);
        hormones.IsMissing(HormoneTest.Gastrin).Should().Be(Truth.Unknown);
    }

    [Fact]
    public void What_could_not_be_asked_is_told_before_what_is_not_recorded()
    {
        var hypoglycaemiaOfAnUnknownPlace = TumourRecord.Diagnosis("h", Code(Icd, "E16.2"));
        var hormones = SomeChart.PictureWithGaps(
            [DataNeed.Labs], TumourRecord.Diagnosis("net", Code(Icd, "C7A.00")), hypoglycaemiaOfAnUnknownPlace, TumourRecord.Diagnosis("s", Code(Icd, "E16.3"))).Hormones;

        hormones.MissingTests.Missing.Should().Equal("labs");
    }

    [Fact]
    public void A_hormone_that_was_found_is_not_missing_beside_results_that_failed() =>
        SomeChart.PictureWithGaps([DataNeed.Labs], Pancreas, TumourRecord.Diagnosis("s", Code(Icd, "E16.4")), Measured("2333-3")).Hormones
            .IsMissing(HormoneTest.Gastrin).Should().Be(Truth.No);

    [Fact]
    public void Without_a_suspicion_no_result_needs_to_be_known() =>
        SomeChart.PictureWithGaps([DataNeed.Labs], Pancreas).Hormones.MissingTests.Value().Should().BeEmpty();

    /// <summary>Story; what the record holds; expected.</summary>
    public static TheoryData<string, Resource[], Truth> Effects => new()
    {
        { "53.9 mg/dL", [Glucose(53.9m, "mg/dL")], Truth.Yes },
        { "54 mg/dL", [Glucose(54, "mg/dL")], Truth.No },
        { "2.9 mmol/L", [Glucose(2.9m, "mmol/L")], Truth.Yes },
        { "3.0 mmol/L", [Glucose(3.0m, "mmol/L")], Truth.No },
        { "years before the tumour", [Glucose(40, "mg/dL", "2020-01-01")], Truth.No },
        { "an earlier one was low", [Glucose(40, "mg/dL", "2025-01-01"), Glucose(90, "mg/dL", id: "h")], Truth.Yes },
        { "without a unit", [Glucose(40, null)], Truth.No },
        { "dehydration", [TumourRecord.Diagnosis("d", Code(Icd, "E86.0"))], Truth.Yes },
        { "dehydration, over", [TumourRecord.Diagnosis("d", Code(Icd, "E86.0"), clinical: "resolved")], Truth.No },
        { "dehydration in words", [TumourRecord.Diagnosis("d", Words("Severe dehydration"))], Truth.Yes },
        { "nothing", [], Truth.No },
    };

    [Theory]
    [MemberData(nameof(Effects))]
    public void Very_low_glucose_and_dehydration_are_severe(string story, Resource[] record, Truth expected) =>
        SomeChart.Picture(record.Prepend(Pancreas)).Hormones.SevereEffect.Test(severe => severe).Should().Be(expected, story);

    [Fact]
    public void A_severe_effect_that_could_not_be_asked_is_unknown() =>
        SomeChart.PictureWithGaps([DataNeed.Labs], Pancreas).Hormones.SevereEffect.Missing.Should().Equal("labs");

    /// <summary>Story; the earlier and the later chromogranin A; how many times, null when they cannot be compared.</summary>
    public static TheoryData<string, Observation, Observation, decimal?> Rises => new()
    {
        { "half as much again", Cga("a", "2026-08-01", 100), Cga("b", "2026-10-30", 150), 1.5m },
        { "30 days apart", Cga("a", "2026-10-01", 100), Cga("b", "2026-10-31", 200), 2 },
        { "29 days apart", Cga("a", "2026-10-02", 100), Cga("b", "2026-10-31", 200), null },
        { "the same unit in another spelling", Cga("a", "2026-08-01", 100, "ng/mL"), Cga("b", "2026-10-31", 160, "\u00b5g/L"), 1.6m },
        { "mass and arbitrary units", Cga("a", "2026-08-01", 100), Cga("b", "2026-10-31", 200, "U/L"), null },
        { "arbitrary units both", Cga("a", "2026-08-01", 20, "U/L"), Cga("b", "2026-10-31", 30, "U/L"), 1.5m },
        { "no unit", Cga("a", "2026-08-01", 100, null), Cga("b", "2026-10-31", 200, null), null },
        { "a month that may be too close", Cga("a", "2026-10", 100), Cga("b", "2026-11-15", 200), null },
        { "an undated one", Cga("a", null, 100), Cga("b", "2026-10-31", 200), null },
    };

    [Theory]
    [MemberData(nameof(Rises))]
    public void A_rise_is_measured_in_one_unit_over_at_least_30_days(string story, Observation earlier, Observation later, decimal? expected)
    {
        var markers = SomeChart.Picture(earlier, later).Markers;

        if (expected is { } times)
            markers.ChromograninARatio.Value().Should().Be(Interval<decimal>.Exactly(times), story);
        else
            markers.ChromograninARatio.WhyUnknown.Should().Be(UnknownReason.NotRecorded, story);
        markers.LastChromograninA.Value().Should().Be(EventRecord.Day(later.EffectiveDateTime!), story);
    }

    [Fact]
    public void The_previous_value_is_the_latest_that_is_old_enough() =>
        SomeChart.Picture(Cga("a", "2026-01-01", 50), Cga("b", "2026-08-01", 100), Cga("c", "2026-10-20", 140), Cga("d", "2026-10-31", 200)).Markers
            .PreviousChromograninA.Value().Text.Should().Be("100 ug/L");

    [Fact]
    public void A_value_below_a_limit_bounds_the_rise()
    {
        var ratio = SomeChart.Picture(Cga("a", "2026-08-01", 100) with { ValueQuantity = Amount(100, "ug/L", "<") }, Cga("b", "2026-10-31", 150)).Markers.ChromograninARatio;

        ratio.Test(times => times.Above(1.5m)).Should().Be(Truth.Yes);
        ratio.Test(times => times.AtLeast(2)).Should().Be(Truth.Unknown);
    }

    [Fact]
    public void A_rise_needs_all_the_values()
    {
        var markers = SomeChart.PictureWithGaps([DataNeed.Markers], Cga("a", "2026-08-01", 100), Cga("b", "2026-10-31", 150)).Markers;

        markers.ChromograninARatio.Missing.Should().Equal("markers");
        markers.LastChromograninA.Missing.Should().Equal("markers");
    }

    private static Condition Low(string code, string? date, string clinical = "active", string verification = "confirmed") =>
        TumourRecord.Diagnosis("h", Code(Icd, code), date, clinical, verification);

    private static Observation Measured(string loinc) => Result("r", loinc, "2026-01-01") with { ValueQuantity = Amount(12, "pg/mL") };

    private static Observation Glucose(decimal value, string? unit, string date = "2026-01-01", string id = "g") =>
        Result(id, "2345-7", date) with { ValueQuantity = Amount(value, unit) };

    private static Observation Cga(string id, string? date, decimal value, string? unit = "ug/L") =>
        Result(id, "9811-1", date!) with { ValueQuantity = Amount(value, unit) };
}
