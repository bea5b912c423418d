using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Support;
using static NetCdsHooks.Tests.Support.SomeResources;

namespace NetCdsHooks.Tests.Picture;

public sealed class SizeFactsTests
{
    private static readonly Observation Plain = Size("s", "2026-06-01", 18);

    private static Dictionary<string, (Observation Size, Interval<decimal> Expected)> Readable => new()
    {
        ["mm"] = (Plain, Exactly(18)),
        ["cm"] = (Size("s", "2026-06-01", 1.8m, "cm"), Exactly(18)),
        ["UCUM code beside another unit"] =
            (Plain with { ValueQuantity = new() { Value = 1.8m, Unit = "mm", Code = "cm", System = "http://unitsofmeasure.org" } }, Exactly(18)),
        ["unit spelled out"] = (Size("s", "2026-06-01", 18, "millimetres"), Exactly(18)),
        ["below 20"] = (Size("s", "2026-06-01", 20, "mm", "<"), new(0, 20, HighIncluded: false)),
        ["at most 2 cm"] = (Size("s", "2026-06-01", 2, "cm", "<="), new(0, 20)),
        ["above 20"] = (Size("s", "2026-06-01", 20, "mm", ">"), new(20, LengthReader.NoLimit, LowIncluded: false)),
        ["a range"] = (Plain with { ValueQuantity = null, ValueRange = new() { Low = Amount(12, "mm"), High = Amount(15, "mm") } }, new(12, 15)),
        ["text with a comma"] = (Plain with { ValueQuantity = null, ValueString = "1,8 cm" }, Exactly(18)),
        ["text with three diameters"] = (Plain with { ValueQuantity = null, ValueString = "12 x 21 x 14 mm" }, Exactly(21)),
        ["text with a unit each"] = (Plain with { ValueQuantity = null, ValueString = "18 mm x 1.2 cm" }, Exactly(18)),
        ["text with a comparator"] = (Plain with { ValueQuantity = null, ValueString = "< 10 mm" }, new(0, 10, HighIncluded: false)),
        ["text in millimetres"] = (Plain with { ValueQuantity = null, ValueString = "27 millimetres" }, Exactly(27)),
        ["text in centimeters"] = (Plain with { ValueQuantity = null, ValueString = "1.5 Centimeters" }, Exactly(15)),
        ["text with a range"] = (Plain with { ValueQuantity = null, ValueString = "14-16 mm" }, new(14, 16)),
        ["text with a range in words"] = (Plain with { ValueQuantity = null, ValueString = "1.4 to 1.6 cm" }, new(14, 16)),
        ["text with a unit at both ends"] = (Plain with { ValueQuantity = null, ValueString = "14 mm - 2 cm" }, new(14, 20)),
        ["text between"] = (Plain with { ValueQuantity = null, ValueString = "between 14 and 16 mm" }, new(14, 16)),
        ["text less than"] = (Plain with { ValueQuantity = null, ValueString = "less than 10 mm" }, new(0, 10, HighIncluded: false)),
        ["text up to"] = (Plain with { ValueQuantity = null, ValueString = "up to 2 cm" }, new(0, 20)),
        ["text at most"] = (Plain with { ValueQuantity = null, ValueString = "less than or equal to 2 cm" }, new(0, 20)),
        ["text or more"] = (Plain with { ValueQuantity = null, ValueString = "20 mm or more" }, new(20, LengthReader.NoLimit)),
        ["text with one sign"] = (Plain with { ValueQuantity = null, ValueString = "≤ 10 mm." }, new(0, 10)),
        ["code beside another unit"] = (Plain with { ValueQuantity = new() { Value = 2.4m, Unit = "cm", Code = "mm" } }, Exactly(2.4m)),
        ["largest-dimension component"] = (Panel(Component("33728-7", 18), Component("33729-5", 12)), Exactly(18)),
        ["several largest components"] = (Panel(Component("33728-7", 14), Component("33728-7", 18)), Exactly(18)),
        ["components without a known code"] = (Panel(Component("0-0", 14), Component("0-1", 18)), Exactly(18)),
        ["size with its own quantity"] = (Plain with { Code = Code(Loinc, "21889-1") }, Exactly(18)),
        ["size named by text"] = (Plain with { Code = Words("Tumour size") }, Exactly(18)),
        ["amended"] = (Plain with { Status = "amended" }, Exactly(18)),
        ["without a date"] = (Plain with { EffectiveDateTime = null }, Exactly(18)),
    };

    public static TheoryData<string> ReadableStories => [.. Readable.Keys];

    [Theory]
    [MemberData(nameof(ReadableStories))]
    public void A_size_is_read_in_millimetres(string story)
    {
        var (size, expected) = Readable[story];

        SomeChart.Picture(size).Size.Largest.Should().BeOfType<Fact<Interval<decimal>>.Known>(story).Which.Value.Should().Be(expected, story);
    }

    private static Dictionary<string, Observation> Meaningless => new()
    {
        ["inches"] = Size("s", "2026-06-01", 1, "in"),
        ["inches as UCUM code"] = Plain with { ValueQuantity = new() { Value = 1, Unit = "mm", Code = "[in_i]", System = "http://unitsofmeasure.org" } },
        ["no unit"] = Size("s", "2026-06-01", 18, null),
        ["whole number without unit"] = Plain with { ValueQuantity = null, ValueInteger = 18 },
        ["words"] = Plain with { ValueQuantity = null, ValueString = "small" },
        ["numerals"] = Plain with { ValueQuantity = null, ValueString = "two centimeters" },
        ["text without a unit"] = Plain with { ValueQuantity = null, ValueString = "2.1" },
        ["text in inches"] = Plain with { ValueQuantity = null, ValueString = "3/4 inch" },
        ["two tumours in one text"] = Plain with { ValueQuantity = null, ValueString = "14 and 16 mm" },
        ["zero"] = Size("s", "2026-06-01", 0),
        ["negative"] = Size("s", "2026-06-01", -3),
        ["absurdly large"] = Size("s", "2026-06-01", decimal.MaxValue, "cm"),
        ["absurdly long text"] = Plain with { ValueQuantity = null, ValueString = $"{new string('9', 60)} cm" },
        ["no number"] = Plain with { ValueQuantity = new() { Unit = "mm" } },
        ["range upside down"] = Plain with { ValueQuantity = null, ValueRange = new() { Low = Amount(15, "mm"), High = Amount(12, "mm") } },
    };

    public static TheoryData<string> MeaninglessStories => [.. Meaningless.Keys];

    [Theory]
    [MemberData(nameof(MeaninglessStories))]
    public void A_value_that_means_nothing_is_unusable_and_names_its_resource(string story)
    {
        var largest = SomeChart.Picture(Meaningless[story]).Size.Largest;

        largest.WhyUnknown.Should().Be(UnknownReason.Unusable, story);
        largest.Evidence.Should().ContainSingle().Which.Resource.Should().Be("Observation/s");
    }

    private static Dictionary<string, Observation> NotInPlace => new()
    {
        ["on a specimen"] = Plain with { Specimen = new() { Target = "Specimen/1" } },
        ["focus is a specimen"] = Plain with { Focus = [new() { Target = "Specimen/1" }] },
        ["focus says specimen"] = Plain with { Focus = [new() { Target = "urn:uuid:1", Type = "Specimen" }] },
        ["cancelled"] = Plain with { Status = "cancelled" },
        ["entered in error"] = Plain with { Status = "entered-in-error" },
        ["dated in the future"] = Plain with { EffectiveDateTime = "2027-06-01" },
        ["no value"] = Plain with { ValueQuantity = null, DataAbsentReason = Code("x", "not-performed") },
        ["another result"] = Plain with { Code = Code(Loinc, "29593-1") },
    };

    public static TheoryData<string> NotInPlaceStories => [.. NotInPlace.Keys];

    [Theory]
    [MemberData(nameof(NotInPlaceStories))]
    public void What_is_no_size_in_place_leaves_it_not_recorded(string story) =>
        SomeChart.Picture(NotInPlace[story]).Size.Largest.WhyUnknown.Should().Be(UnknownReason.NotRecorded, story);

    [Fact]
    public void A_size_on_a_specimen_is_kept_apart()
    {
        var size = SomeChart.Picture(Plain, Size("p", "2026-07-01", 7) with { Specimen = new() { Target = "Specimen/1" } }).Size;

        size.Specimen.Should().BeOfType<Fact<Interval<decimal>>.Known>().Which.Value.Should().Be(Exactly(7));
        size.Largest.Should().BeOfType<Fact<Interval<decimal>>.Known>().Which.Value.Should().Be(Exactly(18));
    }

    [Fact]
    public void The_latest_day_counts_and_the_largest_of_that_day() =>
        Largest(Size("a", "2025-06-01", 30), Size("b", "2026-06-01", 14), Size("c", "2026-06-01", 16)).Should().Be(Exactly(16));

    [Fact]
    public void The_latest_size_of_each_focus_is_taken_and_the_largest_of_them() =>
        Largest(
            Size("a", "2026-06-01", 14) with { Focus = [new() { Target = "BodyStructure/1" }] },
            Size("b", "2025-06-01", 40) with { Focus = [new() { Target = "BodyStructure/2" }] },
            Size("c", "2025-09-01", 22) with { Focus = [new() { Target = "BodyStructure/2" }] }).Should().Be(Exactly(22));

    [Fact]
    public void A_focus_whose_size_cannot_be_read_leaves_the_upper_bound_open()
    {
        var largest = Largest(
            Size("a", "2026-06-01", 14) with { Focus = [new() { Target = "BodyStructure/1" }] },
            Size("b", "2026-06-01", 1, "in") with { Focus = [new() { Target = "BodyStructure/2" }] });

        largest.AtLeast(14).Should().Be(Truth.Yes);
        largest.Below(20).Should().Be(Truth.Unknown);
    }

    [Fact]
    public void A_later_size_that_cannot_be_read_is_not_replaced_by_an_older_one() =>
        SomeChart.Picture(Size("a", "2025-06-01", 14), Size("b", "2026-06-01", 1, "in")).Size.Largest
            .WhyUnknown.Should().Be(UnknownReason.Unusable);

    [Fact]
    public void A_failed_query_leaves_the_latest_size_unknown_but_shows_the_one_that_came()
    {
        var largest = SomeChart.PictureWithGaps([DataNeed.Pathology], Plain).Size.Largest;

        largest.Missing.Should().Equal("pathology");
        largest.Evidence.Should().NotBeEmpty();
    }

    [Fact]
    public void An_unreadable_size_beside_it_leaves_the_latest_size_unknown() =>
        SomeChart.Picture(Plain, new UnreadableResource("Observation", "spoilt") { Id = "x", Code = Code(Loinc, "33728-7") }).Size.Largest
            .WhyUnknown.Should().Be(UnknownReason.Unreadable);

    [Fact]
    public void An_unreadable_result_of_another_kind_does_not_matter() =>
        SomeChart.Picture(Plain, new UnreadableResource("Observation", "spoilt") { Id = "x", Code = Code(Loinc, "9811-1") }).Size.Largest
            .WhyUnknown.Should().BeNull();

    [Theory]
    [InlineData("final", true, Confidence.Coded)]
    [InlineData("preliminary", true, Confidence.Preliminary)]
    [InlineData("final", false, Confidence.FreeText)]
    public void Evidence_says_how_far_it_can_be_trusted(string status, bool coded, object expected)
    {
        var size = Plain with { Status = status, Code = coded ? Plain.Code : Words("Tumour size") };

        SomeChart.Picture(size).Size.Largest.Evidence.Should().ContainSingle().Which.Confidence.Should().Be((Confidence)expected);
    }

    [Fact]
    public void Sizes_in_another_organ_are_left_out_once_some_name_the_organ_of_the_primary()
    {
        var reader = new SizeReader(SomeChart.Of(
            Size("a", "2026-06-01", 14) with { BodySite = Words("Tail of pancreas") },
            Size("b", "2026-06-01", 40) with { BodySite = Words("Liver") },
            Size("c", "2026-06-01", 9)));

        Read(PrimarySite.Pancreas).Should().Equal("Observation/a", "Observation/c");
        Read(PrimarySite.Appendix).Should().Equal(["Observation/a", "Observation/c"], "a mass in the liver is never the primary in the appendix");
        Read(PrimarySite.Other).Should().HaveCount(3, "the primary may lie in the liver");
        Read(null).Should().HaveCount(3, "the site is not known");

        IEnumerable<string> Read(PrimarySite? site) =>
            reader.OfPrimary(reader.ReadAll(), () => site).Select(reading => reading.Evidence.Resource);
    }

    [Fact]
    public void A_size_in_the_liver_alone_is_no_size_of_a_pancreatic_tumour() =>
        SomeChart.Picture(
                new Condition { Id = "net", Code = Code("http://hl7.org/fhir/sid/icd-10-cm", "C25.4") },
                Size("b", "2026-06-01", 40) with { BodySite = Code("http://snomed.info/sct", "10200004") })
            .Size.Largest.WhyUnknown.Should().Be(UnknownReason.NotRecorded);

    private static Interval<decimal> Largest(params Observation[] sizes) =>
        SomeChart.Picture(sizes).Size.Largest.Should().BeOfType<Fact<Interval<decimal>>.Known>().Which.Value;

    private static Interval<decimal> Exactly(decimal value) => Interval<decimal>.Exactly(value);

    private static Observation Panel(params ObservationComponent[] components) =>
        Plain with { Code = Code(Loinc, "21889-1"), ValueQuantity = null, Component = [.. components] };

    private static ObservationComponent Component(string loinc, decimal millimetres) =>
        new() { Code = Code(Loinc, loinc), ValueQuantity = Amount(millimetres, "mm") };
}
