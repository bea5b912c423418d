using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Support;
using static NetCdsHooks.Tests.Support.SomeResources;

namespace NetCdsHooks.Tests.Picture;

public sealed class GrowthTests
{
    private static readonly DateOnly Later = new(2026, 11, 1);

    public static TheoryData<string, decimal, decimal, int, decimal?> Rates => new()
    {
        { "12 to 17 in 365 days", 12, 17, 365, 5.0m },
        { "12 to 17 in 366 days rounds up", 12, 17, 366, 5.0m },
        { "12 to 17 in 370 days", 12, 17, 370, 4.9m },
        { "12 to 16.9 in 365 days", 12, 16.9m, 365, 4.9m },
        { "10 to 16 in 438 days", 10, 16, 438, 5.0m },
        { "12 to 18 in 365 days", 12, 18, 365, 6.0m },
        { "12 to 14 in 365 days", 12, 14, 365, 2.0m },
        { "half a tenth rounds up", 10, 14.95m, 365, 5.0m },
        { "90 days is a yearly rate", 12, 14, 90, 8.1m },
        { "730 days is still a pair", 12, 22, 730, 5.0m },
        { "89 days has no yearly rate", 12, 17, 89, null },
        { "shrinking", 17, 12, 365, -5.0m },
    };

    [Theory]
    [MemberData(nameof(Rates))]
    [Trait("Recommendation", "S001-24")]
    public void The_rate_is_millimetres_per_365_days(string story, decimal earlier, decimal later, int days, decimal? rate)
    {
        var growth = Found(At(days, earlier), At(0, later));

        growth.RatePerYear.Should().Be(rate, story);
        growth.Days.Should().Be(days, story);
        growth.Increase.Should().Be(later - earlier, story);
    }

    [Fact]
    public void A_pair_more_than_730_days_apart_is_no_pair() =>
        Growth(At(731, 12), At(0, 30)).WhyUnknown.Should().Be(UnknownReason.NotRecorded);

    [Fact]
    public void The_earlier_size_closest_to_a_year_is_compared() =>
        Found(At(700, 4), At(400, 10), At(340, 12), At(120, 14), At(0, 15)).Days.Should().Be(340);

    [Fact]
    public void Of_two_equally_close_sizes_the_longer_distance_counts() =>
        Found(At(375, 10), At(355, 12), At(0, 15)).Days.Should().Be(375);

    [Fact]
    public void A_fast_increase_of_the_last_weeks_outweighs_a_slow_year()
    {
        var growth = Found(At(365, 12), At(60, 12), At(0, 17));

        growth.Days.Should().Be(365);
        Found(At(365, 13), At(60, 12), At(0, 17)).Should().Match<Growth>(pair => pair.Days == 60 && pair.Increase == 5);
    }

    [Fact]
    public void A_slow_increase_of_the_last_weeks_leaves_the_year() =>
        Found(At(365, 12), At(60, 16), At(0, 17)).Days.Should().Be(365);

    private static Dictionary<string, Observation[]> WithoutPair => new()
    {
        ["only one size"] = [At(0, 17)],
        ["the latest is below a limit"] = [At(365, 12), At(0, 17) with { ValueQuantity = Amount(17, "mm", "<") }],
        ["the earlier is above a limit"] = [At(365, 12) with { ValueQuantity = Amount(12, "mm", ">") }, At(0, 17)],
        ["the earlier is in inches"] = [At(365, 12) with { ValueQuantity = Amount(1, "in") }, At(0, 17)],
        ["the earlier has no date"] = [At(365, 12) with { EffectiveDateTime = null }, At(0, 17)],
        ["the earlier was measured on a specimen"] = [At(365, 12) with { Specimen = new() { Target = "Specimen/1" } }, At(0, 17)],
        ["the earlier was entered in error"] = [At(365, 12) with { Status = "entered-in-error" }, At(0, 17)],
        ["another focus"] = [At(365, 12) with { Focus = [new() { Target = "BodyStructure/1" }] }, At(0, 17) with { Focus = [new() { Target = "BodyStructure/2" }] }],
        ["one with a focus, one without"] = [At(365, 12) with { Focus = [new() { Target = "BodyStructure/1" }] }, At(0, 17)],
        ["same day"] = [At(0, 12), At(0, 17)],
        ["two tumours on one day and nobody names them"] = [At(365, 12), At(0, 12), At(0, 18)],
    };

    public static TheoryData<string> WithoutPairStories => [.. WithoutPair.Keys];

    [Theory]
    [MemberData(nameof(WithoutPairStories))]
    public void Without_two_exact_dated_sizes_of_one_tumour_there_is_no_growth(string story) =>
        Growth(Numbered(WithoutPair[story])).WhyUnknown.Should().Be(UnknownReason.NotRecorded, story);

    /// <summary>Story; date and size of two tumours; slowest and fastest rate, null for no growth; days; whether it stays open if it grew fast.</summary>
    public static TheoryData<string, string, decimal, string, decimal, decimal?, decimal?, string?, bool> Vague => new()
    {
        { "a month, surely fast", "2025-05", 11, "2026-05-20", 18, 6.7m, 7.2m, "354 to 384", false },
        { "a month, on some days only", "2025-05", 12, "2026-05-20", 17, 4.8m, 5.2m, "354 to 384", true },
        { "a month, surely slow", "2025-05", 12, "2026-05-20", 14, 1.9m, 2.1m, "354 to 384", false },
        { "the later one is of a month", "2025-05-20", 11, "2026-05", 18, 6.8m, 7.4m, "346 to 376", false },
        { "shrinking", "2025-05", 18, "2026-05-20", 11, -7.2m, -6.7m, "354 to 384", false },
        { "a year, surely fast", "2025", 11, "2026-05-20", 18, 5.1m, 18.3m, "140 to 504", false },
        { "a year that may be too long ago", "2024", 11, "2026-05-20", 18, null, null, null, true },
        { "a year that may be too long ago, surely slow", "2024", 11, "2026-05-20", 17, null, null, null, false },
        { "around 90 days, fast on every day", "2026-02", 12, "2026-05-20", 18, 20.3m, 24.3m, "81 to 108", false },
        { "around 90 days, fast by the yearly rate only", "2026-02", 12, "2026-05-20", 15, null, null, null, true },
        { "the order is not known", "2026", 11, "2026-05-20", 18, null, null, null, true },
        { "the order is not known, nearly the same size", "2026-05", 11, "2026-05-20", 11.5m, null, null, null, false },
        { "both exact", "2025-05-20", 12, "2026-05-20", 17, 5.0m, 5.0m, "365", false },
    };

    [Theory]
    [MemberData(nameof(Vague))]
    public void Vague_dates_give_the_slowest_and_the_fastest_rate(
        string story, string earlier, decimal before, string later, decimal after, decimal? slowest, decimal? fastest, string? days, bool open)
    {
        var sizes = SomeChart.Picture(Size("a", earlier, before), Size("b", later, after)).Size;

        var growth = (sizes.Growth as Fact<Growth>.Known)?.Value;
        growth?.Rate.Should().Be(new Interval<decimal>(slowest!.Value, fastest!.Value), story);
        growth?.DaysInWords.Should().Be(days, story);
        (growth is null).Should().Be(slowest is null, story);
        sizes.GrowthInDoubt.IsEmpty.Should().Be(!open, story);
    }

    [Fact]
    public void A_date_too_vague_to_tell_growth_is_a_data_problem() =>
        SomeChart.Picture(Size("a", "2025-05", 12), Size("b", "2026-05-20", 17)).Quality.Problems.Should().BeOfType<Fact<System.Collections.Immutable.ImmutableArray<string>>.Known>()
            .Which.Value.Should().Equal("the tumour size in Observation/a has a date too vague to tell its growth (2025-05)");

    [Fact]
    public void Sizes_of_the_same_focus_are_compared_and_the_fastest_tumour_counts()
    {
        Observation Of(string focus, int days, decimal size) => At(days, size) with { Id = $"{focus}-{days}", Focus = [new() { Target = $"BodyStructure/{focus}" }] };

        Found(Of("1", 365, 12), Of("1", 0, 13), Of("2", 365, 8), Of("2", 0, 14)).RatePerYear.Should().Be(6);
    }

    [Fact]
    public void A_duplicate_of_the_same_day_and_value_is_one_size() =>
        Found(Numbered(At(365, 12), At(0, 17), At(0, 17))).RatePerYear.Should().Be(5);

    public static TheoryData<string, string?, string?, bool> Methods => new()
    {
        { "both unknown", null, null, true },
        { "CT and CT", "CT of the abdomen", "CT", true },
        { "MRI and MRI", "MRI", "MRI of the liver", true },
        { "CT and MRI", "CT", "MRI", false },
        { "CT and endosonography", "CT", "endoscopic ultrasound", false },
        { "one unknown", "CT", null, false },
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public void Another_method_is_told(string story, string? earlier, string? later, bool same) =>
        Found(At(365, 12) with { Method = Method(earlier) }, At(0, 17) with { Method = Method(later) }).SameModality.Should().Be(same, story);

    [Fact]
    public void The_method_may_come_from_the_study_that_it_was_derived_from()
    {
        var study = new ImagingStudy { Id = "ct-1", Status = "available", Modality = [new("http://dicom.nema.org/resources/ontology/DCM", "CT")] };
        var earlier = At(365, 12) with { DerivedFrom = [new() { Target = "ImagingStudy/ct-1" }] };

        var growth = SomeChart.Picture(study, earlier, At(0, 17) with { Method = Method("MRI") }).Size.Growth;

        growth.Should().BeOfType<Fact<Growth>.Known>().Which.Value.SameModality.Should().BeFalse();
    }

    [Fact]
    public void A_failed_query_leaves_growth_unknown() =>
        SomeChart.PictureWithGaps([DataNeed.Pathology], At(365, 12), At(0, 17)).Size.Growth.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);

    [Fact]
    public void Growth_rests_on_both_sizes() =>
        Growth(At(365, 12), At(0, 17)).Evidence.Select(evidence => evidence.Resource).Should().Equal("Observation/0d", "Observation/365d");

    private static Fact<Growth> Growth(params Observation[] sizes) => SomeChart.Picture(sizes).Size.Growth;

    private static Growth Found(params Observation[] sizes) => Growth(sizes).Should().BeOfType<Fact<Growth>.Known>().Which.Value;

    private static Observation At(int daysBefore, decimal millimetres) =>
        Size($"{daysBefore}d", $"{Later.AddDays(-daysBefore):yyyy-MM-dd}", millimetres);

    private static Observation[] Numbered(params Observation[] sizes) => [.. sizes.Select((size, index) => size with { Id = $"s{index}" })];

    private static NetCdsHooks.Clinical.Terminology.CodeableConcept? Method(string? text) => text is null ? null : Words(text);
}
