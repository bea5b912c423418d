using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Tests.Oracle.Story;
using static NetCdsHooks.Tests.Oracle.Judging.Verdicts;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Orders of somatostatin analogues, and the end of one.</summary>
internal sealed class AnalogueOrders(Judge judge, Ordered order)
{
    internal IEnumerable<Ruling> Decide() =>
    [
        new("localized-surgery-first", If(order.IsDepot && !order.IsForOther, () => new TreatmentRules(judge).SurgeryFirst)),
        new("ssa-abrupt-stop", If(order.IsDepotStop && order.Draft.StopReason?.Contains("curative", StringComparison.Ordinal) != true, () => All(
            Not(Known(judge.Function.IsNonFunctional)),
            Of(!judge.Call.Drafts.Any(draft => draft is { Drug.Group: DrugGroup.Lanreotide or DrugGroup.OctreotideDepot, IsEnded: false })))),
            judge.Function.Has(Hormone.Carcinoid) == Verdict.Yes || judge.Function.HadCrisis == Verdict.Yes ? Indicator.Critical
                : judge.Function.IsFunctional == Verdict.Yes ? Indicator.Warning : Indicator.Info),
        new("ssa-dose-interval-check", Of(order.IsDepot && !order.IsForOther && (IsDoseUnusual || IsDoseMissing || IsRhythmUnusual)), DoseUrgency),
        new("ssa-insulinoma", If(order.IsDepot || order.Is(DrugGroup.OctreotideShort), () => judge.Function.Has(Hormone.Insulinoma)),
            judge.Receptors.IsPositive == Verdict.Yes ? Indicator.Info : Indicator.Warning),
        new("duplicate-ssa", If(order.IsDepot, () => All(
            order.Draft.Drug is { } drug ? judge.Depot.OtherGoesOn(drug.Group) : Verdict.No,
            Of(!judge.Call.Drafts.Any(draft => new Ordered(judge, draft).IsDepotStop)))), Indicator.Warning),
        new("lanreotide-not-for-resected-stage1", If(order.IsDepot && !order.IsForOther, () => All(
            judge.Treatment.IsResected,
            judge.Stage.IsFirstGroup,
            Not(judge.Stage.HasMetastases),
            Of(!judge.Tumour.HasRecurred),
            judge.Function.IsNonFunctional)), Indicator.Info),
    ];

    private bool IsLanreotide => order.Is(DrugGroup.Lanreotide);

    private bool IsDoseMissing => order.Draft.Milligrams is null;

    private bool IsDoseUnusual => order.Draft.Milligrams is { } dose && (IsLanreotide ? dose != 120 : dose is < 20 or > 30);

    private int? Interval => order.Draft.Every is not { } every ? null : every.Unit switch { "wk" => every.Number * 7, "mo" => every.Number * 28, _ => every.Number };

    private bool IsRhythmUnusual => Interval is < 26 or > 30;

    /// <summary>More or more often on purpose, and a small dose of octreotide.</summary>
    private Indicator DoseUrgency =>
        IsDoseMissing && !IsRhythmUnusual ? Indicator.Info
        : order.Draft.Note?.Contains("escalation", StringComparison.Ordinal) == true && IsMore && !(Interval > 30) ? Indicator.Info
        : !IsLanreotide && order.Draft.Milligrams == 10 && !IsRhythmUnusual ? Indicator.Info
        : Indicator.Warning;

    private bool IsMore => order.Draft.Milligrams > (IsLanreotide ? 120 : 30) || Interval < 26;
}
