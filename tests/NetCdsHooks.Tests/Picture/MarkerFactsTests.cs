using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Tests.Picture;

public class MarkerFactsTests
{
    private const string Cga = "9811-1";

    public static TheoryData<string, string, Truth> Heights => new()
    {
        { "below the laboratory's limit", """ "valueQuantity":{"value":60,"unit":"ng/mL"},"referenceRange":[{"high":{"value":80,"unit":"ng/mL"}}] """, Truth.No },
        { "above the laboratory's limit", """ "valueQuantity":{"value":90,"unit":"ng/mL"},"referenceRange":[{"high":{"value":80,"unit":"ng/mL"}}] """, Truth.Yes },
        { "at the limit is not above", """ "valueQuantity":{"value":80,"unit":"ng/mL"},"referenceRange":[{"high":{"value":80,"unit":"ng/mL"}}] """, Truth.No },
        { "limit in another spelling of the unit", """ "valueQuantity":{"value":90,"unit":"ng/mL"},"referenceRange":[{"high":{"value":80,"unit":"\u00b5g/L"}}] """, Truth.Yes },
        { "limit without a unit", """ "valueQuantity":{"value":90,"unit":"ng/mL"},"referenceRange":[{"high":{"value":80}}] """, Truth.Yes },
        { "limit in a unit that cannot be compared, interpretation decides", """ "valueQuantity":{"value":90,"unit":"ng/mL"},"referenceRange":[{"high":{"value":3,"unit":"nmol/L"}}],"interpretation":[{"coding":[{"code":"N"}]}] """, Truth.No },
        { "interpretation high", """ "valueQuantity":{"value":12,"unit":"nmol/L"},"interpretation":[{"coding":[{"code":"HH"}]}] """, Truth.Yes },
        { "interpretation abnormal", """ "valueQuantity":{"value":12,"unit":"nmol/L"},"interpretation":[{"coding":[{"code":"A"}]}] """, Truth.Yes },
        { "usual limit, below", """ "valueQuantity":{"value":60,"unit":"ug/L"} """, Truth.No },
        { "usual limit, at it", """ "valueQuantity":{"value":100,"unit":"ug/L"} """, Truth.No },
        { "usual limit, above", """ "valueQuantity":{"value":400,"unit":"ug/L"} """, Truth.Yes },
        { "less than, bound at the limit", """ "valueQuantity":{"value":100,"comparator":"<","unit":"ug/L"} """, Truth.No },
        { "more than, bound at the limit", """ "valueQuantity":{"value":100,"comparator":">","unit":"ug/L"} """, Truth.Yes },
        { "less than a bound above the limit", """ "valueQuantity":{"value":150,"comparator":"<","unit":"ug/L"} """, Truth.Unknown },
        { "units without a range of their own", """ "valueQuantity":{"value":30,"unit":"U/L"} """, Truth.Unknown },
        { "units with a range in the same unit", """ "valueQuantity":{"value":30,"unit":"U/L"},"referenceRange":[{"high":{"value":20,"unit":"U/L"}}] """, Truth.Yes },
        { "no unit at all", """ "valueQuantity":{"value":400} """, Truth.Unknown },
        { "a string with a comma decimal", """ "valueString":"99,5 ng/mL" """, Truth.No },
        { "a string with a comparator", """ "valueString":"<30 ug/L" """, Truth.No },
        { "a comma before three digits may mean thousands", """ "valueString":"1,200 ng/mL" """, Truth.Unknown },
        { "words only", """ "valueString":"see comment" """, Truth.Unknown },
    };

    public static TheoryData<string, string, string, string?> Texts => new()
    {
        { "quantity", """ "valueQuantity":{"value":60,"unit":"ng/mL"} """, "60 ng/mL", "ug/L" },
        { "comparator", """ "valueQuantity":{"value":3,"comparator":"<","unit":"mcg/L"} """, "<3 mcg/L", "ug/L" },
        { "code wins over the printed unit", """ "valueQuantity":{"value":60,"unit":"nmol/L","system":"http://unitsofmeasure.org","code":"ug/L"} """, "60 nmol/L", "ug/L" },
        { "unknown unit", """ "valueQuantity":{"value":60,"unit":"mg/TV"} """, "60 mg/TV", null },
        { "range", """ "valueRange":{"low":{"value":40,"unit":"ug/L"},"high":{"value":50,"unit":"ug/L"}} """, "40-50 ug/L", "ug/L" },
        { "coded", """ "valueCodeableConcept":{"text":"elevated"} """, "elevated", null },
    };

    [Theory]
    [MemberData(nameof(Heights))]
    public void Chromogranin_is_elevated_by_range_then_interpretation_then_usual_limit(string story, string value, Truth expected) =>
        Markers(Result(Cga, "2026-03-01", value)).ChromograninAElevated.Test(elevated => elevated).Should().Be(expected, story);

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_reader_sees_the_value_as_it_was_recorded(string story, string value, string text, string? unit)
    {
        var marker = Markers(Result(Cga, "2026-03-01", value)).ChromograninA.Value();

        marker.Text.Should().Be(text, story);
        marker.Unit.Should().Be(unit, story);
    }

    [Fact]
    public void No_chromogranin_in_an_answered_record_was_never_measured() =>
        Markers().ChromograninA.WhyUnknown.Should().Be(UnknownReason.NotRecorded);

    [Fact]
    public void A_failed_marker_query_leaves_chromogranin_unknown_even_when_another_query_brought_one()
    {
        var fact = new MarkerFacts(EventRecord.WithGaps([DataNeed.Markers], Result(Cga, "2026-01-10", Value(60))), null!).ChromograninA;

        fact.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        fact.Missing.Should().Equal("markers");
        fact.Evidence.Should().ContainSingle("it was measured at least once");
    }

    [Theory]
    [InlineData("53047-7", "body fluid")]
    [InlineData("10471-1", "tissue stain")]
    public void Chromogranin_of_another_material_is_no_baseline(string loinc, string material) =>
        Markers(Result(loinc, "2026-01-10", Value(60))).ChromograninA.WhyUnknown.Should().Be(UnknownReason.NotRecorded, material);

    [Fact]
    public void The_latest_chromogranin_counts_and_an_undated_one_only_when_alone()
    {
        Markers(
            Result(Cga, null, Value(1)), Result(Cga, "2026-03", Value(2)), Result(Cga, "2026-02-10", Value(3)))
            .ChromograninA.Value().Text.Should().Be("2 ug/L");
        Markers(Result(Cga, null, Value(1))).ChromograninA.Value().Date.Should().BeNull();
    }

    /// <summary>Story; date and value of two results; whether the marker is elevated.</summary>
    public static TheoryData<string, string, decimal, string, decimal, bool> SameDays => new()
    {
        { "of one day the highest", "2026-03-01", 99, "2026-03-01", 400, true },
        { "in whichever order", "2026-03-01", 400, "2026-03-01", 99, true },
        { "of days that cannot be told apart", "2026-03", 99, "2026-03-20", 400, true },
        { "of two days the later", "2026-03-01", 400, "2026-03-02", 99, false },
    };

    [Theory]
    [MemberData(nameof(SameDays))]
    public void Of_the_results_of_the_latest_day_the_highest_counts(string story, string first, decimal one, string second, decimal two, bool expected) =>
        Markers(Result(Cga, first, Value(one)), Result(Cga, second, Value(two))).ChromograninAElevated.Value().Should().Be(expected, story);

    [Fact]
    public void A_result_dated_in_the_future_is_not_done() =>
        Markers(Result(Cga, "2027-01-03", Value(60))).ChromograninA.WhyUnknown.Should().Be(UnknownReason.NotRecorded);

    [Theory]
    [InlineData("entered-in-error")]
    [InlineData("cancelled")]
    [InlineData("registered")]
    public void A_result_that_does_not_count_was_never_measured(string status) =>
        Markers(Result(Cga, "2026-01-03", Value(60), status)).ChromograninA.WhyUnknown.Should().Be(UnknownReason.NotRecorded);

    [Theory]
    [InlineData("pending")]
    [InlineData("Not done - insufficient sample")]
    [InlineData("Haemolysed, please repeat")]
    [InlineData("N/A")]
    public void Words_that_say_there_is_no_result_are_none(string words)
    {
        var markers = Markers(Result(Cga, "2026-01-10", Value(60)), Result(Cga, "2026-10-01", $$""" "valueString":"{{words}}" """));

        markers.ChromograninA.Value().Text.Should().Be("60 ug/L");
        Markers(Result(Cga, "2026-10-01", $$""" "valueString":"{{words}}" """)).ChromograninA.WhyUnknown.Should().Be(UnknownReason.NotRecorded);
    }

    [Fact]
    public void A_preliminary_result_is_used_and_marked() =>
        Markers(Result(Cga, "2026-01-03", Value(60), "preliminary")).ChromograninA.Confidence().Should().Be(Confidence.Preliminary);

    [Theory]
    [InlineData("not-performed", UnknownReason.NotRecorded)]
    [InlineData("unknown", UnknownReason.Unusable)]
    [InlineData("asked-unknown", UnknownReason.Unusable)]
    [InlineData("masked", UnknownReason.Unusable)]
    [InlineData("error", UnknownReason.Unusable)]
    public void Only_a_test_that_was_not_performed_was_never_measured(string absent, UnknownReason expected) =>
        Markers(Result(Cga, "2026-01-03", $$""" "dataAbsentReason":{"coding":[{"code":"{{absent}}"}]} """))
            .ChromograninA.WhyUnknown.Should().Be(expected);

    [Fact]
    public void A_negative_value_was_measured_but_cannot_be_used() =>
        Markers(Result(Cga, "2026-01-03", Value(-4))).ChromograninA.WhyUnknown.Should().Be(UnknownReason.Unusable);

    [Fact]
    public void Of_a_final_and_its_correction_the_one_updated_last_counts()
    {
        const string shared = """ "identifier":[{"system":"urn:lab","value":"77"}], """;

        Markers(
            Result(Cga, "2026-01-03", shared + """ "meta":{"lastUpdated":"2026-01-05T08:00:00Z"}, """ + Value(66), "corrected"),
            Result(Cga, "2026-01-03", shared + """ "meta":{"lastUpdated":"2026-01-04T08:00:00Z"}, """ + Value(600)))
            .ChromograninA.Value().Text.Should().Be("66 ug/L");
    }

    [Fact]
    public void The_same_result_sent_twice_counts_once() =>
        new MarkerSeries(
            EventRecord.With(Result(Cga, "2026-01-03", Value(60)), Result(Cga, "2026-01-03T09:00:00Z", Value(60))), Analyte.ChromograninA)
            .Results.Should().HaveCount(1);

    [Fact]
    public void A_local_code_recognised_by_name_is_free_text()
    {
        var fact = Markers("""
            {"resourceType":"Observation","id":"x","status":"final","effectiveDateTime":"2026-01-03",
             "code":{"coding":[{"system":"urn:local","code":"CGA","display":"Chromogranin A, serum"}]},
             "valueQuantity":{"value":60,"unit":"ug/L"}}
            """).ChromograninA;

        fact.Value().Text.Should().Be("60 ug/L");
        fact.Confidence().Should().Be(Confidence.FreeText);
    }

    [Fact]
    public void A_marker_inside_a_panel_is_found() =>
        Markers("""
            {"resourceType":"Observation","id":"panel","status":"final","effectiveDateTime":"2026-01-03","code":{"text":"Tumour markers"},
             "component":[{"code":{"coding":[{"system":"http://loinc.org","code":"15060-7"}]},"valueQuantity":{"value":20,"unit":"ng/mL"}}]}
            """).NeuronSpecificEnolase.Value().Text.Should().Be("20 ng/mL");

    [Fact]
    public void An_unreadable_neighbour_that_could_be_chromogranin_leaves_it_unknown_and_others_alone()
    {
        const string spoilt = """
            {"resourceType":"Observation","id":"bad","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"9811-1"}]},"valueQuantity":"sixty"}
            """;
        var markers = Markers(spoilt, Result("15060-7", "2026-01-03", Value(20)));

        markers.ChromograninA.WhyUnknown.Should().Be(UnknownReason.Unreadable);
        markers.NeuronSpecificEnolase.Value().Text.Should().Be("20 ug/L");
    }

    [Theory]
    [InlineData("1695-6", "mg/(24.h)", "mg/(24.h)")]
    [InlineData("14573-0", "umol/d", "mg/(24.h)")]
    [InlineData("31203-3", "mg/L", "mg/L")]
    [InlineData("25971-3", "umol/L", "mg/L")]
    [InlineData("44288-9", "mg/g{creat}", "mg/g{creat}")]
    [InlineData("1693-1", "ng/mL", "ug/L")]
    public void Each_way_to_measure_five_hiaa_counts_in_its_own_unit(string loinc, string unit, string canonical) =>
        Markers(Result(loinc, "2026-01-03", Value(6, unit))).FiveHiaa.Value().Unit.Should().Be(canonical);

    [Theory]
    [InlineData(52.3, "umol/d", Truth.No)]
    [InlineData(52.4, "umol/d", Truth.Yes)]
    [InlineData(10, "mg/24 hrs", Truth.No)]
    [InlineData(32, "mg/24 hrs", Truth.Yes)]
    public void The_usual_limit_of_five_hiaa_is_ten_milligrams_a_day(double value, string unit, Truth expected) =>
        Markers(Result("1695-6", "2026-01-03", Value((decimal)value, unit))).FiveHiaaElevated.Test(elevated => elevated).Should().Be(expected);

    [Fact]
    public void A_urine_concentration_is_never_judged_by_the_limit_of_excretion() =>
        Markers(Result("31203-3", "2026-01-03", Value(90, "mg/L"))).FiveHiaaElevated.WhyUnknown.Should().Be(UnknownReason.NotRecorded);

    [Fact]
    public void Random_urine_alone_is_no_baseline_and_is_told_apart()
    {
        var markers = Markers(Result("1694-9", "2026-01-03", Value(6, "mg/L")));

        markers.FiveHiaa.WhyUnknown.Should().Be(UnknownReason.NotRecorded);
        markers.RandomUrineFiveHiaaOnly.Value().Should().BeTrue();
    }

    [Fact]
    public void Beside_a_proper_result_random_urine_is_not_the_only_one() =>
        Markers(Result("1694-9", "2026-01-03", Value(6, "mg/L")), Result("1695-6", "2025-01-03", Value(6, "mg/d")))
            .RandomUrineFiveHiaaOnly.Value().Should().BeFalse();

    [Fact]
    public void That_random_urine_is_the_only_one_needs_the_whole_record() =>
        new MarkerFacts(EventRecord.WithGaps([DataNeed.Markers], Result("1694-9", "2026-01-03", Value(6, "mg/L"))), null!)
            .RandomUrineFiveHiaaOnly.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);

    [Fact]
    public void Cerebrospinal_and_platelet_five_hiaa_count_for_nothing() =>
        Markers(Result("1692-3", "2026-01-03", Value(6, "mg/L")), Result("74769-1", "2026-01-03", Value(6, "nmol/L")))
            .FiveHiaa.WhyUnknown.Should().Be(UnknownReason.NotRecorded);

    [Fact]
    public void The_baseline_is_the_earliest_and_the_current_the_latest()
    {
        var markers = Markers(
            Result("1695-6", "2024-05-01", Value(32, "mg/d")), Result("1693-1", "2026-05-01", Value(80, "ng/mL")));

        markers.BaselineFiveHiaa.Value().Text.Should().Be("32 mg/d");
        markers.BaselineFiveHiaaElevated.Value().Should().BeTrue();
        markers.FiveHiaa.Value().Text.Should().Be("80 ng/mL");
    }

    private static MarkerFacts Markers(params string[] resources) => new(EventRecord.With(resources), null!);

    private static string Value(decimal value, string unit = "ug/L") =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $$""" "valueQuantity":{"value":{{value}},"unit":"{{unit}}"} """);

    private static string Result(string loinc, string? date, string value, string status = "final") =>
        $$"""
        {"resourceType":"Observation","status":"{{status}}",{{(date is null ? "" : $"\"effectiveDateTime\":\"{date}\",")}}
         "code":{"coding":[{"system":"http://loinc.org","code":"{{loinc}}"}]},{{value}} }
        """;
}
