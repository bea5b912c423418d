using NetCdsHooks.Tests.Oracle.Story;
using static NetCdsHooks.Tests.Oracle.Judging.Verdicts;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Cards 33 to 45 of part 9 of the clinical specification.</summary>
internal sealed class FurtherTreatmentRules(Judge judge)
{
    internal IEnumerable<(string Card, Verdict Verdict)> Decide() =>
    [
        ("liver-limited-locoregional", LiverOnly),
        ("functional-cytoreduction", Debulking),
        ("primary-resection-with-liver-mets", PrimaryResection),
        ("prrt-consider", Radionuclide),
        ("targeted-therapy-progression", Targeted),
        ("pnet-chemotherapy-option", PancreasChemotherapy),
        ("telotristat-for-refractory-diarrhoea", Telotristat),
        ("bone-mets-palliative-rt", BoneRadiotherapy),
        ("cabozantinib-consider", Cabozantinib),
        ("belzutifan-vhl-pnet", Belzutifan),
    ];

    private Verdict Active => judge.Tumour.IsActive;

    private Told<Category> Category => judge.Pathology.Category;

    private Verdict IsPancreatic => judge.Tumour.Site.Is(site => site == Place.Pancreas);

    private Verdict IsWell => Any(
        Category.Is(category => category is Judging.Category.Net1 or Judging.Category.Net2 or Judging.Category.Net3),
        judge.Pathology.Cells.Is(cells => cells == Cells.Well));

    private Verdict LiverOnly => All(Active, judge.Stage.IsLiverOnly, judge.Pathology.IsNoCarcinoma);

    private Verdict Debulking => All(Active, judge.Function.IsFunctional, judge.Stage.HasMetastases, judge.Treatment.IsFit);

    private Verdict PrimaryResection => All(
        Active,
        judge.Stage.HasLiverMetastases,
        Not(judge.Treatment.IsResected),
        judge.Tumour.Site.Is(site => site is Place.SmallIntestine or Place.Pancreas or Place.Colon or Place.Appendix),
        judge.Treatment.IsFit,
        judge.Pathology.IsNoCarcinoma);

    internal Verdict Radionuclide => All(
        Active,
        judge.Receptors.IsPositive,
        judge.Stage.IsAdvanced,
        Any(
            judge.Course.HasAnalogueFailed,
            judge.Pathology.Ki67.Is(ki67 => ki67.AtLeast(10)),
            Category.Is(category => category == Judging.Category.Net3)),
        judge.Drugs.RadionuclideCycles.Is(cycles => cycles < 4),
        judge.Pathology.IsNoCarcinoma,
        Of(Category.IsTold || !Category.IsAsked || !judge.Pathology.IsCalledPoor),
        Not(Known(judge.Laboratory.IsPregnant)),
        Not(Known(judge.Laboratory.Latest(FindingKinds.Clearance).Is(value => value < 30))),
        Not(Known(judge.Laboratory.Latest(FindingKinds.Egfr).Is(value => value < 30))));

    private Verdict Targeted => All(
        Active,
        judge.Course.HasProgressed,
        Not(Known(judge.Laboratory.IsPregnant)),
        Any(
            All(IsPancreatic, IsWell, Any(All(Not(judge.Function.Has(Hormone.Carcinoid)), Not(judge.Drugs.Ever(DrugGroup.Everolimus))), Not(judge.Drugs.Ever(DrugGroup.Sunitinib)))),
            All(
                judge.Tumour.Site.Is(site => site is not (Place.Pancreas or Place.Elsewhere or Place.Thymus)),
                judge.Function.IsNonFunctional,
                IsWell,
                Not(judge.Drugs.Ever(DrugGroup.Everolimus)))));

    private Verdict PancreasChemotherapy => All(
        Active,
        IsPancreatic,
        IsWell,
        Any(judge.Course.HasProgressed, judge.Course.HasHighBurden, judge.Pathology.Ki67.Is(ki67 => ki67.AtLeast(10))),
        judge.Stage.HasMetastases,
        Not(judge.Drugs.Ever(DrugGroup.Platinum, DrugGroup.OtherChemotherapy)));

    private Verdict Telotristat => All(
        Active,
        judge.Function.Has(Hormone.Carcinoid),
        judge.Drugs.IsOnAnalogue,
        judge.Drugs.DepotStart.Is(start => start.Last <= judge.Today.AddDays(-56) ? Verdict.Yes : start.First <= judge.Today.AddDays(-56) ? Verdict.NotTold : Verdict.No),
        judge.Course.HasDiarrhoeaOnAnalogue,
        Not(judge.Drugs.Ever(DrugGroup.Telotristat)),
        Not(judge.Course.HasObstruction));

    private Verdict BoneRadiotherapy => All(
        Active,
        judge.Course.HasBoneMetastases,
        judge.Course.IsInPain,
        Not(judge.Course.WasIrradiatedLately));

    private Verdict Cabozantinib => All(
        Active,
        IsWell,
        judge.Stage.IsAdvanced,
        judge.Drugs.HadSystemicTherapy,
        judge.Course.HasProgressed,
        judge.Laboratory.Age.Is(age => age.AtLeast(12)),
        Not(judge.Drugs.Ever(DrugGroup.Cabozantinib)));

    private Verdict Belzutifan => All(
        Active,
        judge.Course.HasVhl,
        IsPancreatic,
        Not(judge.Stage.HasMetastases),
        Not(judge.Treatment.IsResected),
        judge.Sizes.Latest.Is(size => size.Below(30)),
        Not(judge.Pending.HasOperation));
}
