using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Tests.Oracle.Story;
using static NetCdsHooks.Tests.Oracle.Judging.Verdicts;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Orders of radionuclide therapy.</summary>
internal sealed class RadionuclideOrders(Judge judge, Ordered order)
{
    internal IEnumerable<Ruling> Decide() => order.IsRadionuclide
        ?
        [
            new("prrt-consider", new FurtherTreatmentRules(judge).Radionuclide, Indicator.Info),
            new("prrt-without-sstr", Of(judge.Receptors.IsPositive != Verdict.Yes), IsWithoutProof ? Indicator.Critical : Indicator.Info),
            new("prrt-ssa-timing", Any(IsDepotLate, IsShortActingNear)),
            new("prrt-labs", new RadionuclideTests(judge, order.Draft).IsIncomplete),
        ]
        : [];

    private bool IsWithoutProof => judge.Receptors.IsNegative == Verdict.Yes
        || (judge.Images.HasReceptor == Verdict.No && Recorded(judge.Receptors.IsPositive) == Verdict.No);

    /// <summary>The last dose is less than 28 days before the therapy, or its day is not told of a depot that may be in use.</summary>
    private Verdict IsDepotLate => judge.Depot.IsLaterThan(order.Day.AddDays(-28)) is var late && (late == Verdict.Yes || late == Verdict.No) ? late
        : Any(late, judge.Drugs.IsOnAnalogue is var use && use == Verdict.NotTold ? Verdict.Yes : use);

    private Verdict IsShortActingNear => judge.Drugs.AnyActs(judge.Today, 1, DrugGroup.OctreotideShort);
}
