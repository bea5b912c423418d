using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Tests.Oracle.Story;
using static NetCdsHooks.Tests.Oracle.Judging.Verdicts;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>How urgent the cards about the patient are, as far as the specification gives a rule.</summary>
internal sealed class Urgency(Judge judge)
{
    private bool IsSuspectedOnly => judge.Tumour.Status is { IsTold: true, Value: TumourStatus.Suspected };

    private PathologyTold Pathology => judge.Pathology;

    internal Indicator? Of(string card) => card switch
    {
        "cross-sectional-imaging-missing" => WarnUnless(IsSuspectedOnly),
        "ki67-missing" => WarnUnless(Pathology.ReportedGrade.IsTold || Pathology.Mitoses.IsTold),
        "ki67-ambiguous" => WarnIf(Pathology.Computed is { IsTold: true, Value: var grades } && grades.Contains(3)),
        "grade-ki67-discordance" => WarnIf(IsMildCarcinoma || IsFarApart),
        "differentiation-missing" => Indicator.Warning,
        "baseline-5hiaa-missing" => WarnIf(IsYes(judge.Tumour.IsMidgut) || IsYes(judge.Function.Has(Hormone.Carcinoid)) || IsYes(judge.Stage.HasLiverMetastases)),
        "sstr-imaging-missing" => WarnUnless(IsSuspectedOnly || IsCarcinoma || IsQuietLung),
        "men1-screening-missing" => WarnIf(
            judge.Tumour.Site is { IsTold: true, Value: Place.Pancreas or Place.Duodenum or Place.Thymus }
            || IsYes(judge.Function.Has(Hormone.Gastrinoma)) || IsYes(judge.Laboratory.Age.Is(age => age.Below(40)))),
        "primary-site-unknown" => WarnIf(!IsSuspectedOnly && IsYes(judge.Stage.HasMetastases)),
        "carcinoid-heart-screening" => WarnIf(
            IsYes(judge.Laboratory.Latest(FindingKinds.NtProBnp).Is(value => value >= 260)) && IsYes(judge.Images.IsEchoNeverOrOlder) && IsYes(Not(judge.Pending.Has(RequestKinds.Echo)))),
        "nec-platinum-etoposide" or "pnet-size-threshold" or "pnet-new-symptoms-or-features" => Indicator.Warning,
        "first-line-ssa" => WarnIf(IsYes(judge.Function.IsFunctional) && IsYes(judge.Stage.IsAdvanced)),
        "mdt-review-missing" => Indicator.Info,
        _ => null,
    };

    private bool IsCarcinoma => IsYes(Pathology.Category.Is(category => category == Category.Carcinoma));

    private bool IsMildCarcinoma => (Pathology.IsPoorByCode || Pathology.Cells is { IsTold: true, Value: Cells.Poor }) && IsYes(Pathology.Ki67.Is(ki67 => ki67.AtMost(20)));

    private bool IsFarApart => Pathology.ReportedGrade.IsTold && Pathology.Computed is { IsTold: true, Value: [var grade] } && Math.Abs(grade - Pathology.ReportedGrade.Value) == 2;

    private bool IsQuietLung => judge.Tumour.Site is { IsTold: true, Value: Place.Lung }
        && IsYes(Pathology.Category.Is(category => category == Category.Net1)) && IsYes(judge.Stage.Extent.Is(extent => extent == Extent.Localized));

    private static bool IsYes(Verdict verdict) => verdict == Verdict.Yes;

    private static Indicator WarnIf(bool urgent) => urgent ? Indicator.Warning : Indicator.Info;

    private static Indicator WarnUnless(bool mild) => WarnIf(!mild);
}
