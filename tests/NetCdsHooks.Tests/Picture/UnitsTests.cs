using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;

namespace NetCdsHooks.Tests.Picture;

public class UnitsTests
{
    private const string Ucum = "http://unitsofmeasure.org";

    public static TheoryData<string, string?, string?> Spellings => new()
    {
        { "micro sign", "\u00b5g/L", "ug/L" },
        { "Greek letter mu", "\u03bcg/L", "ug/L" },
        { "mcg", "mcg/L", "ug/L" },
        { "capitals", "NG/ML", "ng/mL" },
        { "UCUM day", "mg/(24.h)", "mg/(24.h)" },
        { "24h", "mg/24h", "mg/(24.h)" },
        { "24 hr", "mg/24 hr", "mg/(24.h)" },
        { "24 hrs", "mg/24 hrs", "mg/(24.h)" },
        { "per day", "mg/d", "mg/(24.h)" },
        { "per day, written out", "mg/day", "mg/(24.h)" },
        { "umol per day", "umol/d", "umol/(24.h)" },
        { "umol with a micro sign", "\u00b5mol/24h", "umol/(24.h)" },
        { "per total volume is refused", "mg/TV", null },
        { "inches are refused", "in", null },
        { "no unit", null, null },
        { "empty", " ", null },
        { "percent, written out", "percent", "%" },
        { "millimetre, American", "millimeter", "mm" },
        { "centimetre", "centimetre", "cm" },
        { "arbitrary units", "[arb'U]/L", "[arb'U]/L" },
        { "arbitrary units, short", "[arb]U/L", "[arb'U]/L" },
        { "micro international units", "\u00b5IU/mL", "u[IU]/mL" },
        { "milli international units", "mIU/L", "m[IU]/L" },
        { "platelets by thousand", "K/uL", "10*9/L" },
        { "platelets by giga", "GIGA/L", "10*9/L" },
        { "platelets with x10E9", "x10E9/L", "10*9/L" },
        { "platelets with caret", "10^3/\u03bcL", "10*9/L" },
        { "filtration rate", "mL/min/1.73m2", "mL/min/{1.73_m2}" },
        { "filtration rate with a squared sign", "mL/min/1.73 m²", "mL/min/{1.73_m2}" },
        { "clearance", "ml/min", "mL/min" },
        { "cells by the microlitre", "cells/\u00b5L", "/uL" },
        { "grams per decilitre", "g/dl", "g/dL" },
        { "creatinine ratio, mass", "mg/g creatinine", "mg/g{creat}" },
        { "creatinine ratio, molar", "\u00b5mol/mmol{creat}", "mmol/mol{creat}" },
    };

    public static TheoryData<string, decimal, string, decimal, string> Conversions => new()
    {
        { "CgA ng/mL", 60m, "ng/mL", 60m, "ug/L" },
        { "CgA nmol/L stays as it is", 12m, "nmol/L", 12m, "nmol/L" },
        { "CgA U/L stays as it is", 30m, "U/L", 30m, "U/L" },
        { "5-HIAA umol", 52.3m, "umol/(24.h)", 10m, "mg/(24.h)" },
        { "5-HIAA ug", 9500m, "ug/(24.h)", 9.5m, "mg/(24.h)" },
        { "5-HIAA concentration never becomes excretion", 8m, "mg/L", 8m, "mg/L" },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Spellings_of_a_unit_become_one(string story, string? spelling, string? expected) =>
        Units.Normalize(spelling).Should().Be(expected, story);

    [Theory]
    [MemberData(nameof(Conversions))]
    public void Values_are_converted_only_where_the_factor_is_known(string story, decimal value, string unit, decimal expected, string expectedUnit)
    {
        var analyte = story.StartsWith("CgA", StringComparison.Ordinal) ? Analyte.ChromograninA : Analyte.FiveHiaaExcretion;

        analyte.ToCanonical(Interval<decimal>.Exactly(value), unit).Should().Be((Interval<decimal>.Exactly(expected), expectedUnit));
    }

    [Fact]
    public void A_creatinine_ratio_and_a_plasma_value_are_converted_from_moles()
    {
        Analyte.FiveHiaaRatio.ToCanonical(Interval<decimal>.Exactly(2.96m), "mmol/mol{creat}").Should().Be((Interval<decimal>.Exactly(5m), "mg/g{creat}"));
        Analyte.FiveHiaaPlasma.ToCanonical(Interval<decimal>.Exactly(523m), "nmol/L").Should().Be((Interval<decimal>.Exactly(100m), "ug/L"));
    }

    [Fact]
    public void An_open_bound_stays_open_through_a_conversion() =>
        Analyte.FiveHiaaRatio.ToCanonical(new(2.96m, decimal.MaxValue, LowIncluded: false), "mmol/mol{creat}").Value.High
            .Should().Be(decimal.MaxValue);

    [Fact]
    public void The_coded_unit_wins_over_the_printed_one_and_the_contradiction_is_seen()
    {
        var quantity = new Quantity { Value = 1, System = Ucum, Code = "mm", Unit = "cm" };

        Units.Of(quantity).Should().Be("mm");
        Units.Disagree(quantity).Should().BeTrue();
    }

    [Theory]
    [InlineData("nobody named a system", null, "mm", true)]
    [InlineData("codes of the house", "urn:house", "cm", false)]
    public void A_code_counts_as_UCUM_unless_another_system_is_named(string story, string? system, string expected, bool disagree)
    {
        var quantity = new Quantity { Value = 2.4m, System = system, Code = "mm", Unit = "cm" };

        Units.Of(quantity).Should().Be(expected, story);
        Units.Disagree(quantity).Should().Be(disagree, story);
    }

    [Theory]
    [InlineData("mass", 0.35, "ng/mL", 350)]
    [InlineData("mass, another name", 0.35, "ug/L", 350)]
    [InlineData("the same", 350, "ng/L", 350)]
    public void NT_proBNP_is_compared_in_picograms(string story, double value, string unit, double expected) =>
        LaboratoryTests.NtProBnp.ToCanonical(Interval<decimal>.Exactly((decimal)value), unit).Should().Be((Interval<decimal>.Exactly((decimal)expected), "pg/mL"), story);

    [Theory]
    [InlineData("as recorded", "259.9", "259.9")]
    [InlineData("as recorded, four decimals", "2.9975", "2.9975")]
    [InlineData("worked out, hundreds", "296.61016949", "297")]
    [InlineData("worked out, thousands", "12345.678912", "12346")]
    [InlineData("worked out, tens", "99.08800001", "99.1")]
    [InlineData("worked out, ones", "1.7142857", "1.71")]
    [InlineData("worked out, less than one", "0.1234567", "0.123")]
    public void A_number_that_was_worked_out_is_shown_with_three_digits(string story, string value, string expected) =>
        NetCdsHooks.Clinical.Cards.Facts.Define.Plain(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(expected, story);

    [Fact]
    public void Two_spellings_of_one_unit_are_no_contradiction() =>
        Units.Disagree(new Quantity { Value = 1, System = Ucum, Code = "ug/L", Unit = "mcg/L" }).Should().BeFalse();

    [Fact]
    public void Without_a_code_the_printed_unit_counts() =>
        Units.Of(new Quantity { Value = 1, Unit = "ng/ml" }).Should().Be("ng/mL");

    [Fact]
    public void A_coded_unit_that_nobody_knows_is_not_saved_by_the_printed_one() =>
        Units.Of(new Quantity { Value = 1, System = Ucum, Code = "[furlong_i]", Unit = "mm" }).Should().BeNull();
}
