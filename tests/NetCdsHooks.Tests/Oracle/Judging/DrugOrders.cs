using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Tests.Oracle.Story;
using static NetCdsHooks.Tests.Oracle.Judging.Verdicts;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Orders of chemotherapy, targeted drugs, telotristat and drugs that may set off a crisis.</summary>
internal sealed class DrugOrders(Judge judge, Ordered order)
{
    internal IEnumerable<Ruling> Decide() =>
    [
        new("periop-trigger-drugs", If(order.IsTrigger && !(order.Is(DrugGroup.Sympathomimetic) && order.Draft.Note == "for hypotension"), () => All(judge.Function.Has(Hormone.Carcinoid), judge.Planned.HasOperationWithin(7))), Indicator.Warning),
        new("chemo-low-grade-nonpancreatic", If(order.IsChemotherapy && !order.IsForOther, () => All(
            judge.Pathology.Category.Is(category => category is Category.Net1 or Category.Net2),
            judge.Tumour.Site.Is(site => site != Place.Pancreas))), Indicator.Warning),
        new("systemic-therapy-without-ki67", If((order.IsChemotherapy || order.Is(DrugGroup.Everolimus, DrugGroup.Cabozantinib, DrugGroup.Belzutifan)) && !order.IsForOther, () => All(
            Not(judge.Pathology.IsMeasured(FindingKinds.Ki67)),
            Not(judge.Pathology.ReportedGrade.Stands),
            Any(judge.Pathology.Mitoses.Stands, Not(Known(judge.Pathology.Category.Is(category => category is Category.Net1 or Category.Net2))))))),
        new("nec-platinum-etoposide", If(order.IsChemotherapy && !order.IsForOther, () => All(
            Of(!judge.Call.Drafts.Any(draft => draft is { Drug.Group: DrugGroup.Platinum, IsEnded: false })),
            Not(Found(false, judge.Pending.HasGap)),
            new TreatmentRules(judge).PlatinumFirst)), Indicator.Info),
        new("pregnancy-antineoplastic", If(IsHarmful || IsDoubtful, () => judge.Laboratory.IsPregnant), IsHarmful ? Indicator.Critical : Indicator.Warning),
        new("everolimus-functional-carcinoid", If(IsEverolimus, () => Any(IsCarcinoid, IsUnclearOutsidePancreas)), IsCarcinoid == Verdict.Yes ? Indicator.Warning : Indicator.Info),
        new("everolimus-nonpancreatic-check", If(IsEverolimus, () => All(Not(IsCarcinoid), Not(Known(judge.Tumour.Site.Is(site => site == Place.Pancreas))), Any(
            judge.Function.IsContradictory ? Verdict.No : Not(Recorded(judge.Function.IsNonFunctional)),
            Not(Recorded(judge.Course.HasProgressed)),
            IsPoor))), IsPoor == Verdict.Yes ? Indicator.Warning : Indicator.Info),
        new("sunitinib-nonpancreatic", If(order.Is(DrugGroup.Sunitinib) && !order.IsForOther, () => Not(Known(judge.Tumour.Site.Is(site => site == Place.Pancreas)))),
            judge.Tumour.Site.IsTold ? Indicator.Warning : Indicator.Info),
        new("targeted-dose-check", Of(!order.IsForOther && HasOtherDose), IsAboveUsual ? Indicator.Warning : Indicator.Info),
        new("telotristat-order-check", If(order.Is(DrugGroup.Telotristat), () => Any(HasNoAnalogue, Not(IsCarcinoid), judge.Course.HasObstruction)),
            judge.Course.HasObstruction == Verdict.Yes ? Indicator.Critical : Indicator.Warning),
        new("non-approved-agent", Of(order.Is(DrugGroup.Pasireotide, DrugGroup.Yttrium) && !order.IsForOther), Indicator.Info),
        new("ecog-missing-systemic", If(order.IsSystemic && !order.IsForOther, () => Any(Not(judge.Treatment.Ecog.Stands), judge.Treatment.Ecog.Is(ecog => ecog > 2))),
            judge.Treatment.Ecog.IsTold ? Indicator.Warning : Indicator.Info),
    ];

    private bool IsEverolimus => order.Is(DrugGroup.Everolimus) && !order.IsForOther;

    private Verdict IsCarcinoid => judge.Function.Has(Hormone.Carcinoid);

    /// <summary>None in use, and none begun with it.</summary>
    private Verdict HasNoAnalogue => All(
        Not(judge.Drugs.IsOnAnalogue),
        Not(judge.Drugs.AnyActs(judge.Today, 1, DrugGroup.OctreotideShort)),
        Of(!judge.Call.Drafts.Any(draft => new Ordered(judge, draft).IsDepot)));

    private Verdict IsPoor => judge.Pathology.Cells.Is(cells => cells == Cells.Poor);

    private Verdict IsUnclearOutsidePancreas => All(
        judge.Function.IsContradictory ? Verdict.No : judge.Function.IsFunctional is var functional && functional == Verdict.NotTold ? Verdict.Yes : functional.IsOpen ? Verdict.NotAsked : Verdict.No,
        judge.Tumour.Site.Is(site => site != Place.Pancreas));

    private bool IsHarmful => order.IsChemotherapy || order.IsRadionuclide || order.Is(DrugGroup.Everolimus, DrugGroup.Sunitinib, DrugGroup.Cabozantinib, DrugGroup.Belzutifan);

    private bool IsDoubtful => order.Is(DrugGroup.Telotristat) || order.For(Role.Receptor, Role.Fdg);

    private decimal? Usual => order.Is(DrugGroup.Everolimus) ? 10 : order.Is(DrugGroup.Sunitinib) ? 37.5m : order.Is(DrugGroup.Telotristat) ? 750 : null;

    private decimal? InADay => order.Draft.Milligrams * order.Draft.TimesADay;

    private decimal? UsualAtOnce => order.Is(DrugGroup.Telotristat) ? 250 : Usual;

    /// <summary>One dose tells enough where it is too much by itself; less at a time may be more often.</summary>
    private bool HasOtherDose => Usual is not null && (InADay is { } dose ? dose != Usual : IsAboveUsual || (order.Is(DrugGroup.Telotristat) && order.Draft.Milligrams < UsualAtOnce));

    private bool IsAboveUsual => InADay > Usual || order.Draft.Milligrams > UsualAtOnce;
}
