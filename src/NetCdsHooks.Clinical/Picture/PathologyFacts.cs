using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Tissue, proliferation, grade and differentiation.</summary>
public sealed class PathologyFacts
{
    private readonly Chart _chart;
    private readonly ClinicalPicture _picture;

    internal PathologyFacts(Chart chart, ClinicalPicture picture) => (_chart, _picture) = (chart, picture);

    /// <summary>An event: answered and empty means no.</summary>
    public Fact<bool> HistologyConfirmed => field ??= new HistologyReader(_chart, _picture.Tumour).Read();

    public Fact<Stain> Synaptophysin => field ??= new StainReader(_chart).Read("ihc-synaptophysin");

    public Fact<Stain> ChromograninStain => field ??= new StainReader(_chart).Read("ihc-chromogranin", inReports: "chromogranin-a");

    /// <summary>In percent.</summary>
    public Fact<Ki67> Ki67 => field ??= new Ki67Reader(_chart).Read();

    /// <summary>Per 2 mm2.</summary>
    public Fact<Interval<decimal>> Mitoses => field ??= new MitosisReader(_chart).Read();

    /// <summary>What pathology wrote.</summary>
    public Fact<GradeClass> GradeReported => field ??= new GradeReader(_chart, _picture.Tumour).Read();

    /// <summary>Computed: the higher of the Ki-67 and the mitotic class; the reported one only when both are unknown.</summary>
    public Fact<GradeClass> Grade => field ??= ElseReported(Computed);

    public Fact<GradeCategory> Category => field ??= GradeRules.Category(Grade, Ki67, Differentiation);

    public Fact<Differentiation> Differentiation => field ??= Differentiations.Read();

    /// <summary>Reported against computed.</summary>
    public Fact<Discordance> Discordance => field ??= FindDiscordance();

    private DifferentiationReader Differentiations => field ??= new(_chart, _picture.Tumour);

    private bool IsThoracic =>
        _picture.Tumour.Site is Fact<PrimarySite>.Known { Value: PrimarySite.Lung or PrimarySite.Thymus };

    private Fact<GradeClass> Computed => field ??= IsThoracic
        ? new ThoracicGradeReader(_chart, _picture.Tumour).Read(Mitoses)
        : HigherOf(Ki67.Select(ki67 => GradeRules.OfKi67(ki67.Percent)), Mitoses.Select(GradeRules.OfMitoses));

    /// <summary>A class that was not measured does not hinder; one that could not be asked for may be the higher one.</summary>
    private static Fact<GradeClass> HigherOf(Fact<GradeClass> ki67, Fact<GradeClass> mitoses)
    {
        ImmutableArray<Evidence> evidence = [.. ki67.Evidence, .. mitoses.Evidence];
        return (ki67, mitoses) switch
        {
            (Fact<GradeClass>.Known a, Fact<GradeClass>.Known b) => Fact.Known(GradeRules.Higher(a.Value, b.Value), evidence),
            (Fact<GradeClass>.Known { Value: GradeClass.G3 }, _) => ki67,
            (_, Fact<GradeClass>.Known { Value: GradeClass.G3 }) => mitoses,
            _ when !ki67.Missing.IsEmpty => ki67,
            _ when !mitoses.Missing.IsEmpty => mitoses,
            (Fact<GradeClass>.Known, _) => ki67,
            (_, Fact<GradeClass>.Known) => mitoses,
            _ => ki67.WhyUnknown == UnknownReason.NotRecorded ? mitoses : ki67,
        };
    }

    private Fact<GradeClass> ElseReported(Fact<GradeClass> computed) =>
        computed is Fact<GradeClass>.Known || !computed.Missing.IsEmpty ? computed
        : GradeReported is Fact<GradeClass>.Known || !GradeReported.Missing.IsEmpty ? GradeReported
        : computed;

    private Fact<Discordance> FindDiscordance()
    {
        if (Differentiations.CarcinomaByCode.IsEmpty || Grade.Test(grade => grade == GradeClass.G3) == Truth.Yes)
            return CompareGrades();
        if (Ki67.Test(ki67 => ki67.Percent.AtMost(20)) == Truth.Yes)
            return Fact.Known(Picture.Discordance.Major, [.. Differentiations.CarcinomaByCode, .. Ki67.Evidence]);
        var grades = CompareGrades();
        return Ki67.Missing.IsEmpty || grades is not Fact<Discordance>.Known { Value: Picture.Discordance.None } ? grades : Ki67.Then(_ => grades);
    }

    private Fact<Discordance> CompareGrades() =>
        GradeReported.Then(reported => Computed.Then(computed =>
            GradeRules.IsSingle(computed)
                ? Fact.Known(GradeRules.Compare(reported, computed), [.. GradeReported.Evidence, .. Computed.Evidence])
                : Fact.Unknown<Discordance>(UnknownReason.Unusable, Computed.Evidence)));
}
