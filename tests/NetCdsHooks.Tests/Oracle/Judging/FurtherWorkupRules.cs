using NetCdsHooks.Tests.Oracle.Story;
using static NetCdsHooks.Tests.Oracle.Judging.Verdicts;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Cards 9, 10 and 16 to 21 of part 7 of the clinical specification.</summary>
internal sealed class FurtherWorkupRules(Judge judge)
{
    private static readonly (Hormone Hormone, FindingKind Test)[] Tests =
    [
        (Hormone.Insulinoma, FindingKinds.Insulin), (Hormone.Gastrinoma, FindingKinds.Gastrin), (Hormone.Glucagonoma, FindingKinds.Glucagon),
        (Hormone.VipOma, FindingKinds.Vip), (Hormone.EctopicActh, FindingKinds.Acth),
    ];

    internal IEnumerable<(string Card, Verdict Verdict)> Decide() =>
    [
        ("nse-in-nec", EnolaseMissing),
        ("functional-hormone-panel", HormoneMissing),
        ("tumour-size-missing-pnet", SizeMissing),
        ("men1-screening-missing", Men1Missing),
        ("second-tumour-screening", SecondTumour),
        ("primary-site-unknown", SiteUnknown),
        ("fdg-pet-high-grade", FdgMissing),
        ("carcinoid-heart-screening", HeartScreening),
    ];

    private Verdict Active => judge.Tumour.IsActive;

    private Verdict EnolaseMissing => All(
        Active,
        judge.Pathology.Category.Is(category => category == Category.Carcinoma),
        Not(judge.Markers.IsChromograninRaised),
        Not(judge.Markers.HasEnolase),
        Not(judge.Pending.Has(RequestKinds.Enolase)));

    private Verdict HormoneMissing => All(
        Active,
        Any([.. Tests.Select(test => All(IsSuspected(test.Hormone), Not(judge.Laboratory.IsMeasured(test.Test)), Not(judge.Pending.Has(Role.Hormone))))]));

    /// <summary>Known, or in a pancreatic tumour hypoglycaemia from two years before it on.</summary>
    private Verdict IsSuspected(Hormone hormone) => hormone != Hormone.Insulinoma
        ? judge.Function.IsSuspected(hormone)
        : Any(judge.Function.IsSuspected(hormone), All(judge.Tumour.Site.Is(site => site == Place.Pancreas), judge.Function.HasHypoglycaemia));

    private Verdict SizeMissing => All(
        Active,
        judge.Tumour.Site.Is(site => site == Place.Pancreas),
        Not(judge.Stage.HasMetastases),
        Not(judge.Treatment.IsResected),
        Not(judge.Sizes.IsMeasured));

    private Verdict Men1Missing => All(Active, Not(judge.Heredity.IsDiagnosed), Not(judge.Heredity.IsScreened), Not(judge.Pending.Has(Role.Genetics)));

    private Verdict SecondTumour => All(
        Active,
        judge.Heredity.IsAnswered,
        Not(judge.Laboratory.IsMeasured(FindingKinds.Calcium)),
        Not(judge.Laboratory.IsMeasured(FindingKinds.Parathyrin)),
        Not(judge.Treatment.HadEndoscopyLately),
        Not(judge.Pending.Has(Role.Hormone)));

    private Verdict SiteUnknown => All(
        judge.Tumour.IsActiveOrSuspected,
        Not(judge.Tumour.Site.Stands),
        Any(judge.Stage.HasMetastases, Of(judge.Tumour.IsUnplaced)),
        Not(judge.Pending.Has(Role.Receptor)));

    private Verdict FdgMissing => All(
        Active,
        Any(
            judge.Pathology.Category.Is(category => category is Category.Carcinoma or Category.Net3),
            judge.Pathology.Ki67.Is(ki67 => ki67.AtLeast(10))),
        Not(judge.Images.HasFdg),
        Any(judge.Stage.HasMetastases, Not(judge.Treatment.IsResected)),
        Not(judge.Pending.Has(Role.Fdg)));

    private Verdict HeartScreening => All(
        Active,
        judge.Function.Has(Hormone.Carcinoid),
        Any(
            All(judge.Laboratory.IsNeverOrOlder(12, FindingKinds.NtProBnp), Not(judge.Pending.Has(RequestKinds.NtProBnp))),
            All(judge.Laboratory.Latest(FindingKinds.NtProBnp).Is(value => value >= 260), IsEchoDue),
            All(judge.Course.HasHeartDisease, IsEchoDue)));

    private Verdict IsEchoDue => All(judge.Images.IsEchoNeverOrOlder, Not(judge.Pending.Has(RequestKinds.Echo)));
}
