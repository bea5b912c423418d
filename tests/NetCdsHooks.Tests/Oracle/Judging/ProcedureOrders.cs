using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Tests.Oracle.Story;
using static NetCdsHooks.Tests.Oracle.Judging.Verdicts;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Operations, liver procedures, images and tests that are ordered.</summary>
internal sealed class ProcedureOrders(Judge judge, Ordered order)
{
    private readonly MomentRules _moment = new(judge);

    internal IEnumerable<Ruling> Decide() =>
    [
        new("functional-status-undocumented", If(order.IsIntervention, () => All(Not(judge.Function.HasAny), Not(judge.Function.IsStatedNonFunctional))), Indicator.Warning),
        new("periop-octreotide-functional", Cover, order.IsRadionuclide ? Indicator.Info : _moment.CoverUrgency),
        new("cholecystectomy-consider", If(order.For(PlannedTold.AbdominalOperations), () => All(_moment.IsAnalogueLikely, Not(judge.Planned.IsGallbladderGone), Not(judge.Pending.Has(Role.Cholecystectomy)))), Indicator.Info),
        new("surgery-small-pnet", If(order.For(Role.PancreasSurgery), () => new TreatmentRules(judge).CanWait), Indicator.Info),
        new("mdt-review-missing", If(IsMajor, () => All(Of(!order.IsForOther), new CoordinationRules(judge).BoardMissing))),
        new("ct-only-no-sstr", NoReceptorImage, judge.Images.HasSectional == Verdict.No ? Indicator.Warning : Indicator.Info),
        new("sstr-pet-ssa-timing", If(order.For(Role.Receptor), () => Any(IsDepotLate, judge.Drugs.AnyActs(judge.Today, 1, DrugGroup.OctreotideShort))), Indicator.Info),
        new("cga-on-ppi", If(order.ForTest(RequestKinds.ChromograninA), () => judge.Drugs.AnyActs(order.Day, 13, DrugGroup.Ppi)), Indicator.Warning),
        new("hiaa-interference", If(order.ForTest(RequestKinds.Hiaa), () => judge.Drugs.AnyActs(order.Day, 2, DrugGroup.Serotonergic, DrugGroup.Interfering)), Indicator.Info),
        new("surveillance-imaging-due", If(order.IsSectional, () => new SurveillanceRules(judge).IsBookedLate)),
    ];

    private bool IsMajor => order.IsSystemic || order.For(Role.AbdominalSurgery, Role.PancreasSurgery, Role.ThoracicSurgery, Role.LiverResection, Role.LiverDirected);

    private Verdict Cover => If(order.IsIntervention || order.IsRadionuclide, () => All(judge.Function.NeedsCover, Not(judge.Planned.HasCover)));

    private Verdict NoReceptorImage => If(order.IsSectional, () => All(
            Not(judge.Images.HasReceptor),
        Not(Known(judge.Pathology.Category.Is(category => category == Category.Carcinoma))),
        Not(judge.Pending.Has(Role.Receptor))));

    /// <summary>The last dose is less than 21 days before the image, or one of the two days is not told of a depot in use.</summary>
    private Verdict IsDepotLate => Any(judge.Depot.IsLaterThan(order.Day.AddDays(-21)),
        All(judge.Drugs.IsOnAnalogue, order.Draft.Date is null ? Verdict.Yes : Not(judge.Depot.HasDatedDose)));
}
