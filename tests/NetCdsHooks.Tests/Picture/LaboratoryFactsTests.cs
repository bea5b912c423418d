using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Support;
using static NetCdsHooks.Tests.Support.SomeResources;

namespace NetCdsHooks.Tests.Picture;

public sealed class LaboratoryFactsTests
{
    private static readonly DateOnly Dose = new(2026, 11, 21);

    /// <summary>Story; LOINC code; value; unit; lowest and highest the value can be in the unit of the fact, null when it cannot be used.</summary>
    public static TheoryData<string, string, decimal, string?, decimal?> Numbers => new()
    {
        { "platelets by the thousand", "777-3", 62, "10*3/uL", 62 },
        { "platelets in giga", "777-3", 62, "GIGA/L", 62 },
        { "platelets by the microlitre", "777-3", 62000, "/uL", 62 },
        { "platelets without a unit", "777-3", 62, null, null },
        { "haemoglobin in grams per litre", "718-7", 118, "g/L", 11.8m },
        { "haemoglobin in grams per decilitre", "718-7", 11.8m, "g/dL", 11.8m },
        { "creatinine, molar", "14682-9", 88.4m, "umol/L", 1 },
        { "bilirubin, molar", "1975-2", 17.1m, "\u00b5mol/L", 1 },
        { "clearance", "2164-2", 39, "mL/min", 39 },
        { "a clearance per body surface is none", "2164-2", 39, "mL/min/1.73m2", null },
        { "filtration rate", "62238-1", 29, "mL/min/{1.73_m2}", 29 },
        { "filtration rate by the equation of 2021", "98979-8", 29, "mL/min/1.73m2", 29 },
        { "a filtration rate that is not per body surface", "62238-1", 29, "mL/min", null },
        { "ALT", "1742-6", 40, "U/L", 40 },
        { "NT-proBNP", "33762-6", 260, "ng/L", 260 },
        { "NT-proBNP, molar", "83107-3", 30.68m, "pmol/L", 260 },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Results_are_compared_in_one_unit(string story, string loinc, decimal value, string? unit, decimal? expected)
    {
        var picture = SomeChart.Picture(Result("r", loinc, "2026-10-01") with { ValueQuantity = Amount(value, unit) });
        var facts = new[]
        {
            picture.Laboratory.Platelets, picture.Laboratory.Haemoglobin, picture.Laboratory.Creatinine, picture.Laboratory.Bilirubin,
            picture.Laboratory.CreatinineClearance, picture.Laboratory.FiltrationRate, picture.Laboratory.Alt, picture.Hormones.NtProBnp,
        };

        var fact = facts.Single(one => one.WhyUnknown != UnknownReason.NotRecorded);
        if (expected is { } number)
            fact.Value().Should().Be(Interval<decimal>.Exactly(number), story);
        else
            fact.WhyUnknown.Should().Be(UnknownReason.Unusable, story);
    }

    /// <summary>Story; name of the result; whether it is a platelet count.</summary>
    public static TheoryData<string, string, bool> Names => new()
    {
        { "by its name", "Platelets", true },
        { "count", "Thrombocyte count", true },
        { "volume", "Mean platelet volume", false },
        { "antibodies", "Platelet antibodies", false },
        { "5-HIAA in platelets", "5-HIAA in platelet rich plasma", false },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_local_code_is_recognised_by_its_name_and_is_free_text(string story, string name, bool expected)
    {
        var fact = SomeChart.Picture(new Observation { Id = "r", Status = "final", Code = Words(name), EffectiveDateTime = "2026-10-01", ValueQuantity = Amount(60, "K/uL") })
            .Laboratory.Platelets;

        (fact.WhyUnknown is null).Should().Be(expected, story);
        if (expected)
            fact.Confidence().Should().Be(Confidence.FreeText, story);
    }

    /// <summary>Story; the name of a result; which of the two filters it is for.</summary>
    [Theory]
    [InlineData("EGFR mutation analysis", false)]
    [InlineData("Epidermal growth factor receptor (EGFR), tissue", false)]
    [InlineData("eGFR", true)]
    [InlineData("Estimated glomerular filtration rate", true)]
    public void The_filtration_rate_is_not_taken_for_the_receptor(string name, bool expected) =>
        (SomeChart.Picture(new Observation { Id = "r", Status = "final", Code = Words(name), EffectiveDateTime = "2026-10-01", ValueQuantity = Amount(60, "mL/min/1.73m2") })
            .Laboratory.FiltrationRate.WhyUnknown is null).Should().Be(expected);

    [Fact]
    public void Results_of_one_day_leave_open_which_is_the_latest()
    {
        var clearance = SomeChart.Picture(Platelets("a", "2026-10-01", 70), Platelets("b", "2026-10-01", 80), Platelets("old", "2026-09-30", 20)).Laboratory.Platelets;

        clearance.Value().Should().Be(new Interval<decimal>(70, 80));
        clearance.Test(value => value.Below(75)).Should().Be(Truth.Unknown);
    }

    [Fact]
    public void A_month_leaves_open_whether_it_came_before_a_day_of_it() =>
        SomeChart.Picture(Platelets("a", "2026-10", 70), Platelets("b", "2026-10-05", 80)).Laboratory.Platelets.Value()
            .Should().Be(new Interval<decimal>(70, 80));

    [Fact]
    public void Results_that_could_not_all_be_read_give_no_latest_value_but_show_that_it_was_measured()
    {
        var fact = SomeChart.PictureWithGaps([DataNeed.Labs], Platelets("a", "2026-10-01", 70)).Laboratory.Platelets;

        fact.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        fact.Missing.Should().Equal("labs");
        fact.Evidence.Should().ContainSingle();
    }

    [Fact]
    public void A_result_that_cannot_be_read_hides_only_its_own_kind()
    {
        var picture = new TumourRecord()
            .WithFor(DataNeed.Labs, TumourRecord.Unreadable("Observation", Code(Loinc, "777-3")))
            .WithFor(DataNeed.Labs, Result("c", "17861-6", "2026-10-01") with { ValueQuantity = Amount(9.2m, "mg/dL") })
            .Picture();

        picture.Laboratory.Platelets.WhyUnknown.Should().Be(UnknownReason.Unreadable);
        picture.Laboratory.Calcium.Value().Text.Should().Be("9.2 mg/dL");
    }

    /// <summary>Story; LOINC code; date; expected last glucose, or why there is none.</summary>
    public static TheoryData<string, string, string?, string?, UnknownReason?> GlucoseDays => new()
    {
        { "glucose", "2345-7", "2026-10-01", "2026-10-01", null },
        { "fasting glucose", "1558-6", "2026-10", "2026-10", null },
        { "glycated haemoglobin", "4548-4", "2025-11-20", "2025-11-20", null },
        { "undated", "2345-7", null, null, UnknownReason.Unusable },
        { "dated in the future", "2345-7", "2027-01-01", null, UnknownReason.NotRecorded },
        { "another test", "3016-3", "2026-10-01", null, UnknownReason.NotRecorded },
    };

    [Theory]
    [MemberData(nameof(GlucoseDays))]
    public void Glucose_was_last_measured_on_the_day_of_either_test(string story, string loinc, string? date, string? expected, UnknownReason? reason)
    {
        var last = SomeChart.Picture(Result("g", loinc, date!) with { ValueQuantity = Amount(90, "mg/dL") }).Laboratory.LastGlucose;

        last.WhyUnknown.Should().Be(reason, story);
        if (expected is not null)
            last.Value().ToString().Should().Be(expected, story);
    }

    [Fact]
    public void Never_measured_is_not_recorded_and_not_asked_is_not_retrieved()
    {
        SomeChart.Picture().Laboratory.LastTsh.WhyUnknown.Should().Be(UnknownReason.NotRecorded);
        SomeChart.PictureWithGaps([DataNeed.Labs]).Laboratory.LastTsh.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        SomeChart.PictureWithGaps([DataNeed.Markers]).Laboratory.LastTsh.WhyUnknown.Should().Be(UnknownReason.NotRecorded);
    }

    /// <summary>Story; date of the platelets; whether they are missing on 21 November.</summary>
    public static TheoryData<string, string?, Truth> Platelet14 => new()
    {
        { "the day itself", "2026-11-21", Truth.No },
        { "day 14", "2026-11-07", Truth.No },
        { "day 15", "2026-11-06", Truth.Yes },
        { "never", null, Truth.Yes },
        { "some day of that month, which may be in time", "2026-11", Truth.Unknown },
        { "some day of an earlier month", "2026-10", Truth.Yes },
    };

    [Theory]
    [MemberData(nameof(Platelet14))]
    public void Blood_counts_before_radionuclide_therapy_are_at_most_14_days_old(string story, string? date, Truth expected)
    {
        var laboratory = SomeChart.Picture(Woman, date is null ? Woman : Platelets("p", date, 160)).Laboratory;

        laboratory.IsPrrtLabMissing(PrrtLab.Platelets, Dose).Should().Be(expected, story);
        (laboratory.PrrtLabsMissing(Dose).WhyUnknown is null).Should().Be(expected != Truth.Unknown, story);
    }

    [Fact]
    public void What_is_missing_before_radionuclide_therapy_is_listed()
    {
        var laboratory = SomeChart.Picture(
            Woman, Platelets("p", "2026-11-10", 160), Measured("718-7", "g/dL"), Measured("62238-1", "mL/min/1.73m2"), Measured("1920-8", "U/L")).Laboratory;

        laboratory.PrrtLabsMissing(Dose).Value().Should().BeEquivalentTo([PrrtLab.Leucocytes, PrrtLab.PregnancyTest]);
    }

    [Fact]
    public void Tests_that_were_found_in_time_are_known_beside_what_could_not_be_retrieved()
    {
        var laboratory = SomeChart.PictureWithGaps([DataNeed.Labs], Man, Platelets("p", "2026-11-10", 160)).Laboratory;

        laboratory.IsPrrtLabMissing(PrrtLab.Platelets, Dose).Should().Be(Truth.No);
        laboratory.IsPrrtLabMissing(PrrtLab.Haemoglobin, Dose).Should().Be(Truth.Unknown);
        laboratory.PrrtLabsMissing(Dose).Missing.Should().Equal("labs");
    }

    /// <summary>Story; gender; birth date; whether a pregnancy test is missing when there is none.</summary>
    public static TheoryData<string, string?, string?, Truth> PregnancyTests => new()
    {
        { "a woman of 36", "female", "1990-05-01", Truth.Yes },
        { "55 today", "female", "1971-11-21", Truth.Yes },
        { "56 today", "female", "1970-11-21", Truth.No },
        { "12 today", "female", "2014-11-21", Truth.Yes },
        { "12 tomorrow", "female", "2014-11-22", Truth.No },
        { "55 or 56", "female", "1970", Truth.Unknown },
        { "a man", "male", "1990-05-01", Truth.No },
        { "a man whose age is not known", "male", null, Truth.No },
        { "sex not recorded", null, "1990-05-01", Truth.Unknown },
        { "a woman whose age is not known", "female", null, Truth.Unknown },
    };

    [Theory]
    [MemberData(nameof(PregnancyTests))]
    public void A_pregnancy_test_is_for_women_of_12_to_55(string story, string? gender, string? birth, Truth expected) =>
        SomeChart.Picture(new Patient { Id = "pat-1", Gender = gender, BirthDate = birth }).Laboratory
            .IsPrrtLabMissing(PrrtLab.PregnancyTest, Dose).Should().Be(expected, story);

    [Fact]
    public void A_pregnancy_test_in_time_is_not_missing_whatever_it_says() =>
        SomeChart.Picture(Woman, Result("h", "2118-8", "2026-11-10") with { ValueString = "indeterminate" }).Laboratory
            .IsPrrtLabMissing(PrrtLab.PregnancyTest, Dose).Should().Be(Truth.No);

    private static Patient Woman { get; } = new() { Id = "pat-1", Gender = "female", BirthDate = "1990-05-01" };

    private static Patient Man { get; } = new() { Id = "pat-1", Gender = "male", BirthDate = "1990-05-01" };

    private static Observation Platelets(string id, string date, decimal value) =>
        Result(id, "777-3", date) with { ValueQuantity = Amount(value, "10*9/L") };

    private static Observation Measured(string loinc, string unit) =>
        Result(loinc, loinc, "2026-11-10") with { ValueQuantity = Amount(40, unit) };
}
