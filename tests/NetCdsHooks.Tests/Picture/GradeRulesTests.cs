using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;

namespace NetCdsHooks.Tests.Picture;

public sealed class GradeRulesTests
{
    [Theory]
    [InlineData("0", GradeClass.G1)]
    [InlineData("1", GradeClass.G1)]
    [InlineData("1.9", GradeClass.G1)]
    [InlineData("2", GradeClass.G1)]
    [InlineData("2.1", GradeClass.G1)]
    [InlineData("2.5", GradeClass.G1)]
    [InlineData("2.9", GradeClass.G1)]
    [InlineData("2.99", GradeClass.G1)]
    [InlineData("3", GradeClass.G2)]
    [InlineData("3.0", GradeClass.G2)]
    [InlineData("<3", GradeClass.G1)]
    [InlineData("<5", GradeClass.G1OrG2)]
    [InlineData("3-20", GradeClass.G2)]
    [InlineData("<2", GradeClass.G1)]
    [InlineData("20", GradeClass.G2)]
    [InlineData("20.0", GradeClass.G2)]
    [InlineData("20.1", GradeClass.G3)]
    [InlineData("20.5", GradeClass.G3)]
    [InlineData("21", GradeClass.G3)]
    [InlineData(">20", GradeClass.G3)]
    [InlineData(">=20", GradeClass.G2OrG3)]
    [InlineData("2-3", GradeClass.G1OrG2)]
    [InlineData("15-25", GradeClass.G2OrG3)]
    [InlineData("<=3", GradeClass.G1OrG2)]
    [InlineData("<30", GradeClass.AnyGrade)]
    [Trait("Recommendation", "S001-05")]
    [Trait("Recommendation", "S004-02")]
    public void The_class_follows_the_Ki67(string ki67, GradeClass expected) =>
        GradeRules.OfKi67(Ki67Parser.Parse(ki67)!.Percent).Should().Be(expected);

    [Theory]
    [InlineData("0", GradeClass.G1)]
    [InlineData("1.9", GradeClass.G1)]
    [InlineData("<2", GradeClass.G1)]
    [InlineData("2", GradeClass.G2)]
    [InlineData("20", GradeClass.G2)]
    [InlineData("20.1", GradeClass.G3)]
    [InlineData("1-2", GradeClass.G1OrG2)]
    public void The_class_follows_the_mitoses(string count, GradeClass expected) =>
        GradeRules.OfMitoses(MitosisReader.Parse(count, 1)!.Value).Should().Be(expected);

    [Theory]
    [InlineData("1", GradeClass.G1)]
    [InlineData("2", GradeClass.G2)]
    [InlineData("10", GradeClass.G2)]
    [InlineData("11", GradeClass.G3)]
    public void In_lung_and_thymus_two_to_ten_mitoses_are_atypical(string count, GradeClass expected) =>
        GradeRules.OfThoracicMitoses(MitosisReader.Parse(count, 1)!.Value).Should().Be(expected);

    [Theory]
    [InlineData(GradeClass.G1, GradeClass.G2, GradeClass.G2)]
    [InlineData(GradeClass.G3, GradeClass.G1, GradeClass.G3)]
    [InlineData(GradeClass.G1OrG2, GradeClass.G2, GradeClass.G2)]
    [InlineData(GradeClass.G1OrG2, GradeClass.G1, GradeClass.G1OrG2)]
    [InlineData(GradeClass.G2OrG3, GradeClass.G1, GradeClass.G2OrG3)]
    [InlineData(GradeClass.G1OrG2, GradeClass.G2OrG3, GradeClass.G2OrG3)]
    public void The_higher_class_is_final(GradeClass left, GradeClass right, GradeClass expected)
    {
        GradeRules.Higher(left, right).Should().Be(expected);
        GradeRules.Higher(right, left).Should().Be(expected);
    }

    [Theory]
    [InlineData(GradeClass.G2, GradeClass.G2, Discordance.None)]
    [InlineData(GradeClass.G1, GradeClass.G2, Discordance.Minor)]
    [InlineData(GradeClass.G3, GradeClass.G2, Discordance.Minor)]
    [InlineData(GradeClass.G1, GradeClass.G3, Discordance.Major)]
    [InlineData(GradeClass.G3, GradeClass.G1, Discordance.Major)]
    public void Discordance_is_major_between_G1_and_G3(GradeClass reported, GradeClass computed, Discordance expected) =>
        GradeRules.Compare(reported, computed).Should().Be(expected);

    /// <summary>Story, Ki-67 (null: not recorded), reported grade where there is no Ki-67, differentiation, category.</summary>
    public static TheoryData<string, string?, GradeClass?, Differentiation?, GradeCategory> Categories => new()
    {
        { "G1, differentiation not recorded", "2", null, null, GradeCategory.NetG1 },
        { "G1 and well", "2", null, Differentiation.Well, GradeCategory.NetG1 },
        { "G2, differentiation not recorded", "20", null, null, GradeCategory.NetG2 },
        { "G3 and well", "35", null, Differentiation.Well, GradeCategory.NetG3 },
        { "G3 and poor", "35", null, Differentiation.Poor, GradeCategory.Nec },
        { "G3, differentiation not recorded", "35", null, null, GradeCategory.G3Unspecified },
        { "poor, Ki-67 not recorded", null, null, Differentiation.Poor, GradeCategory.Nec },
        { "poor, grade 3 reported", null, GradeClass.G3, Differentiation.Poor, GradeCategory.Nec },
        { "grade 2 reported only", null, GradeClass.G2, null, GradeCategory.NetG2 },
    };

    [Theory]
    [MemberData(nameof(Categories))]
    public void The_category_joins_grade_and_differentiation(
        string story, string? ki67, GradeClass? reported, Differentiation? differentiation, GradeCategory expected) =>
        CategoryOf(ki67, reported, differentiation).Should().BeOfType<Fact<GradeCategory>.Known>(story).Which.Value.Should().Be(expected, story);

    [Theory]
    [InlineData("poor with 20 % contradicts itself", "20", Differentiation.Poor, UnknownReason.Conflicting)]
    [InlineData("poor with 15-25 % may be either", "15-25", Differentiation.Poor, UnknownReason.Unusable)]
    [InlineData("15-25 % spans two grades", "15-25", Differentiation.Well, UnknownReason.Unusable)]
    [InlineData("2-3 % spans two grades", "2-3", null, UnknownReason.Unusable)]
    [InlineData("nothing recorded", null, null, UnknownReason.NotRecorded)]
    public void The_category_is_unknown_when_the_facts_do_not_settle_it(string story, string? ki67, Differentiation? differentiation, UnknownReason reason) =>
        CategoryOf(ki67, null, differentiation).WhyUnknown.Should().Be(reason, story);

    [Fact]
    public void A_Ki67_that_could_not_be_retrieved_does_not_make_a_carcinoma()
    {
        var ki67 = Fact.Missing<Ki67>(UnknownReason.NotRetrieved, "pathology");
        var grade = Fact.Missing<GradeClass>(UnknownReason.NotRetrieved, "pathology");

        var category = GradeRules.Category(grade, ki67, Fact.Known(Differentiation.Poor));

        category.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        category.Missing.Should().Equal("pathology");
    }

    [Fact]
    public void Differentiation_that_could_not_be_retrieved_is_not_taken_for_unrecorded() =>
        GradeRules.Category(Fact.Known(GradeClass.G3), Known("35"), Fact.Missing<Differentiation>(UnknownReason.NotRetrieved, "reports"))
            .Missing.Should().Equal("reports");

    private static Fact<GradeCategory> CategoryOf(string? ki67, GradeClass? reported, Differentiation? differentiation)
    {
        var index = Known(ki67);
        var grade = index is Fact<Ki67>.Known ? index.Select(known => GradeRules.OfKi67(known.Percent))
            : reported is { } known ? Fact.Known(known)
            : Fact.Unknown<GradeClass>(UnknownReason.NotRecorded);
        return GradeRules.Category(
            grade, index, differentiation is { } value ? Fact.Known(value) : Fact.Unknown<Differentiation>(UnknownReason.NotRecorded));
    }

    private static Fact<Ki67> Known(string? text) =>
        text is null ? Fact.Unknown<Ki67>(UnknownReason.NotRecorded) : Fact.Known(Ki67Parser.Parse(text)!);
}
