using NetCdsHooks.Tests.Oracle.Story;
using static NetCdsHooks.Tests.Oracle.Judging.Verdicts;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Part 9 of the clinical specification.</summary>
internal sealed class TreatmentRules(Judge judge)
{
    internal IEnumerable<(string Card, Verdict Verdict)> Decide() =>
    [
        ("pnet-size-threshold", SizeReached),
        ("localized-surgery-first", SurgeryFirst),
        ("pnet-watch-and-wait-eligible", CanWait),
        ("first-line-ssa", FirstLineAnalogue),
        ("nec-platinum-etoposide", PlatinumFirst),
    ];

    private Verdict Active => judge.Tumour.IsActive;

    private Verdict IsPancreatic => judge.Tumour.Site.Is(site => site == Place.Pancreas);

    private Verdict IsUnresected => Not(judge.Treatment.IsResected);

    private Verdict IsLocalOrRegional => judge.Stage.Extent.Is(extent => extent is Extent.Localized or Extent.Regional);

    private Verdict SizeReached => All(Active, IsPancreatic, IsLocalOrRegional, IsUnresected, judge.Sizes.Latest.Is(size => size.AtLeast(20)));

    private Verdict HasGrown => All(Active, IsPancreatic, IsUnresected, judge.Sizes.HasGrown);

    internal Verdict SurgeryFirst => SizeReached == Verdict.Yes || HasGrown == Verdict.Yes || judge.Watch.HasNewFeature == Verdict.Yes
        ? Verdict.No
        : All(Active, IsLocalOrRegional, IsUnresected, judge.Tumour.Site.Stands, Not(IsFitForWaiting));

    internal Verdict CanWait => All(Active, IsFitForWaiting);

    private Verdict IsFitForWaiting => All(
        IsPancreatic,
        Any(judge.Stage.Extent.Is(extent => extent == Extent.Localized), Not(judge.Stage.Extent.Stands)),
        judge.Pathology.Category.Is(category => category == Category.Net1),
        judge.Function.IsNonFunctional,
        Not(Known(judge.Sizes.HasGrown)),
        judge.Sizes.Latest.Is(size => size.Below(20)),
        IsUnresected,
        Not(judge.Watch.HasNewFeature));

    private Verdict FirstLineAnalogue => All(
        Active,
        Any(
            judge.Pathology.Category.Is(category => category is Category.Net1 or Category.Net2),
            Of(judge.Pathology.Grades is { IsTold: true, Value: [1, 2] } && judge.Pathology.Cells is not { IsTold: true, Value: Cells.Poor }),
            All(Not(judge.Pathology.Category.Stands), Not(judge.Pathology.IsThoracic ? judge.Pathology.Grades.Stands : judge.Pathology.IsGradeMentioned), judge.Pathology.Cells.Is(cells => cells == Cells.Well))),
        Any(judge.Stage.IsAdvanced, judge.Function.IsFunctional),
        Any(
            judge.Tumour.Site.Is(site => site is not (Place.Lung or Place.Thymus or Place.Elsewhere)),
            judge.Tumour.IsMidgut,
            All(judge.Tumour.Site.Is(site => site is Place.Lung or Place.Thymus), judge.Receptors.IsPositive)),
        Not(judge.Drugs.IsOnAnalogue),
        Not(judge.Function.Has(Hormone.Insulinoma)),
        Not(Known(judge.Receptors.IsNegative)));

    internal Verdict PlatinumFirst => All(
        Active,
        judge.Pathology.Category.Is(category => category == Category.Carcinoma),
        Any(judge.Stage.IsAdvanced, All(judge.Stage.Extent.Is(extent => extent == Extent.Regional), IsUnresected)),
        Not(judge.Drugs.Ever(DrugGroup.Platinum)),
        judge.Treatment.IsFit);
}
