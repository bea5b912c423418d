using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using static NetCdsHooks.Tests.Picture.TumourRecord;

namespace NetCdsHooks.Tests.Picture;

public class SpreadFlagsTests
{
    private static readonly Condition Ileum = Diagnosis("net", Icd("C7A.012"));

    [Theory]
    [InlineData("C7B.02", true, false)]
    [InlineData("C7B.03", true, true)]
    [InlineData("C79.51", true, true)]
    [InlineData("C77.2", false, false)]
    public void Metastases_are_known_by_site(string code, bool any, bool bone)
    {
        var stage = TumourRecord.Of(Ileum, Diagnosis("m", Icd(code))).Stage;

        stage.Metastases.Value().Should().Be(any);
        stage.BoneMetastases.Value().Should().Be(bone);
    }

    [Fact]
    public void A_metastasis_of_no_stated_site_may_be_in_the_bones() =>
        TumourRecord.Of(Ileum, Diagnosis("m", Icd("C7B.00"))).Stage.BoneMetastases.WhyUnknown.Should().Be(UnknownReason.NotRecorded);

    [Fact]
    public void One_metastasis_proves_it_and_a_gap_leaves_it_open()
    {
        new TumourRecord().With(Ileum, Diagnosis("m", Icd("C7B.02"))).Missing(DataNeed.Pathology).Picture().Stage.Metastases.Value().Should().BeTrue();
        new TumourRecord().With(Ileum).Missing(DataNeed.Pathology).Picture().Stage.Metastases.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        TumourRecord.Of(Ileum).Stage.Metastases.Value().Should().BeFalse();
    }

    [Theory]
    [InlineData("pN1", true)]
    [InlineData("N2", true)]
    [InlineData("pN0", false)]
    [InlineData("NX", null)]
    [InlineData(null, null)]
    public void Nodes_are_free_only_where_that_is_recorded(string? category, bool? expected)
    {
        Resource[] results = category is null ? [] : [ResultText("n", Loinc("21900-6"), category)];
        var nodes = TumourRecord.Of([Ileum, .. results]).Stage.NodesPositive;

        if (expected is { } known)
            nodes.Value().Should().Be(known);
        else
            nodes.WhyUnknown.Should().Be(UnknownReason.NotRecorded);
    }

    [Fact]
    public void A_diagnosis_of_involved_nodes_counts_too()
    {
        TumourRecord.Of(Ileum, Diagnosis("n", Icd("C77.2"))).Stage.NodesPositive.Value().Should().BeTrue();
        new TumourRecord().With(Ileum, ResultText("n", Loinc("21900-6"), "pN0")).Missing(DataNeed.Conditions).Picture()
            .Stage.NodesPositive.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
    }

    [Fact]
    public void The_removed_tumour_has_the_size_of_the_specimen_else_the_last_one_in_place()
    {
        var inPlace = Result("a", Loinc("33728-7"), "2026-01-10") with { ValueQuantity = Mm(9) };
        var specimen = Result("b", Loinc("33728-7"), "2026-02-10") with { ValueQuantity = Mm(7), Specimen = new Reference { Target = "Specimen/s" } };

        TumourRecord.Of(Ileum, inPlace).Size.Removed.Value().Should().Be(Interval<decimal>.Exactly(9));
        TumourRecord.Of(Ileum, inPlace, specimen).Size.Removed.Value().Should().Be(Interval<decimal>.Exactly(7));
        TumourRecord.Of(Ileum).Size.Removed.WhyUnknown.Should().Be(UnknownReason.NotRecorded);
    }

    [Fact]
    public void Complications_are_read_from_the_problem_list()
    {
        var complications = TumourRecord.Of(
            Ileum, Diagnosis("h", Snomed("36222008")), Diagnosis("c", Snomed("237833006"), clinical: "resolved"), Diagnosis("p", Icd("G89.3"))).Complications;

        complications.CarcinoidHeartDisease.Value().Should().BeTrue();
        complications.CarcinoidCrisis.Value().Should().BeTrue();
        complications.NeoplasmPain.Value().Should().BeTrue();
        TumourRecord.Of(Ileum).Complications.NeoplasmPain.Value().Should().BeFalse();
        TumourRecord.Of(Ileum, Diagnosis("p", Text("Bone pain"), clinical: "resolved")).Complications.NeoplasmPain.Value().Should().BeFalse();
        new TumourRecord().With(Ileum).Missing(DataNeed.Conditions, NeedGap.CutShort).Picture().Complications.CarcinoidCrisis.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
    }

    private static Quantity Mm(decimal value) => new() { Value = value, Unit = "mm" };
}
