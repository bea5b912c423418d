using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using static NetCdsHooks.Clinical.Record.DataNeed;

namespace NetCdsHooks.Clinical.Cards.Facts;

/// <summary>Which tumour it is: presence, site, tissue, grade, function.</summary>
internal static class TumourCatalog
{
    internal static ImmutableArray<FactDefinition> Facts { get; } =
    [
        Define.Flag("deceased", "deceased", picture => picture.Patient.Deceased, Patient),
        Define.Choice("netStatus", "NET", picture => picture.Tumour.Status, null, Conditions),
        Define.Choice("site", "primary site", picture => picture.Tumour.Site, null, Conditions, Pathology, Procedures),
        Define.Flag("midgut", "midgut primary", picture => picture.Tumour.Midgut, Conditions, Pathology, Procedures),
        Define.Flag("histologyConfirmed", "histology confirmed", picture => picture.Pathology.HistologyConfirmed, Conditions, Pathology, Reports, Procedures),
        Define.Result("synaptophysin", "synaptophysin stain", picture => picture.Pathology.Synaptophysin, Pathology, Reports),
        Define.Result("chromograninStain", "chromogranin A stain", picture => picture.Pathology.ChromograninStain, Pathology, Reports),
        Define.Text("missingStains", "missing stains", 34, MissingStains, text => text, Pathology, Reports),
        Define.Number("ki67", "Ki-67 index", "%", picture => picture.Pathology.Ki67, ki67 => ki67.Percent, Pathology, Reports),
        Define.Text("ki67Raw", "Ki-67 as written", 30, picture => picture.Pathology.Ki67, ki67 => ki67.Raw, Pathology, Reports),
        Define.Number("mitoses", "mitoses per 2 mm²", "/2 mm²", picture => picture.Pathology.Mitoses, mitoses => mitoses, Pathology, Reports),
        Define.Choice("gradeReported", "reported grade", picture => picture.Pathology.GradeReported, GradeWording, Conditions, Pathology, Reports),
        Define.Choice("ki67Grade", "grade by Ki-67 alone", picture => picture.Pathology.Ki67.Select(ki67 => GradeRules.OfKi67(ki67.Percent)), GradeWording, Pathology, Reports),
        Define.Choice("grade", "grade by proliferation", picture => picture.Pathology.Grade, GradeWording, Conditions, Pathology, Reports),
        Define.Choice("category", "tumour category", picture => picture.Pathology.Category, CategoryWording, Conditions, Pathology, Reports),
        Define.Choice("differentiation", "differentiation", picture => picture.Pathology.Differentiation, DifferentiationWording, Conditions, Pathology, Reports),
        Define.Choice("gradeDiscordance", "difference between reported and computed grade", picture => picture.Pathology.Discordance, null, Conditions, Pathology, Reports),
        Define.Set("syndromes", "hormone syndromes", picture => picture.Function.Syndromes, SyndromeWording, (picture, syndrome) => picture.Function.Has(syndrome), Conditions),
        Define.Flag("carcinoidSyndrome", "carcinoid syndrome", picture => picture.Function.CarcinoidSyndrome, Conditions),
        Define.Choice("function", "functional status", picture => picture.Function.Status, FunctionWording, Conditions, Pathology, Markers, Status, Reports),
    ];

    private static Fact<string> MissingStains(ClinicalPicture picture)
    {
        var (synaptophysin, chromogranin) = (picture.Pathology.Synaptophysin, picture.Pathology.ChromograninStain);
        string[] missing =
        [
            .. chromogranin.WhyUnknown == UnknownReason.NotRecorded ? ["chromogranin A"] : Array.Empty<string>(),
            .. synaptophysin.WhyUnknown == UnknownReason.NotRecorded ? ["synaptophysin"] : Array.Empty<string>(),
        ];
        return missing.Length > 0
            ? Fact.Known(string.Join(" and ", missing))
            : Fact.Unknown<string>(UnknownReason.NotRecorded);
    }

    private static string? GradeWording(GradeClass grade) => grade switch
    {
        GradeClass.G1OrG2 => "G1 or G2",
        GradeClass.G2OrG3 => "G2 or G3",
        GradeClass.AnyGrade => "G1, G2 or G3",
        _ => grade.ToString(),
    };

    private static string? CategoryWording(GradeCategory category) => category switch
    {
        GradeCategory.NetG1 => "NET G1",
        GradeCategory.NetG2 => "NET G2",
        GradeCategory.NetG3 => "NET G3",
        GradeCategory.Nec => "NEC",
        GradeCategory.G3Unspecified => "G3, differentiation not recorded",
        _ => null,
    };

    private static string? DifferentiationWording(Differentiation differentiation) =>
        differentiation == Differentiation.Well ? "well differentiated" : "poorly differentiated";

    internal static string? SyndromeWording(Syndrome syndrome) => syndrome switch
    {
        Syndrome.Carcinoid => "carcinoid syndrome",
        Syndrome.Vipoma => "VIPoma",
        Syndrome.EctopicActh => "ectopic ACTH",
        Syndrome.Unspecified => "unspecified hormone syndrome",
        _ => null,
    };

    private static string? FunctionWording(FunctionalStatus status) =>
        status == FunctionalStatus.NonFunctional ? "non-functioning" : "functioning";
}
