using NetCdsHooks.Tests.Oracle.Story;
using static NetCdsHooks.Tests.Oracle.Judging.Verdicts;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Cards 1 to 15 of part 7 of the clinical specification.</summary>
internal sealed class WorkupRules(Judge judge)
{
    private Verdict Active => judge.Tumour.IsActive;

    private PathologyTold Pathology => judge.Pathology;

    internal IEnumerable<(string Card, Verdict Verdict)> Decide() =>
    [
        ("histology-confirmation-missing", HistologyMissing),
        ("ihc-panel-incomplete", StainsMissing),
        ("ki67-missing", Ki67Missing),
        ("ki67-ambiguous", Ki67Ambiguous),
        ("grade-ki67-discordance", GradeDiscordant),
        ("differentiation-missing", DifferentiationMissing),
        ("baseline-cga-missing", ChromograninMissing),
        ("baseline-5hiaa-missing", HiaaMissing),
        ("functional-status-undocumented", FunctionMissing),
        ("cross-sectional-imaging-missing", SectionalMissing),
        ("sstr-imaging-missing", ReceptorImageMissing),
        ("eus-missing", EusMissing),
        ("stage-missing", StageMissing),
    ];

    private Verdict HistologyMissing => All(judge.Tumour.IsActiveOrSuspected, Not(Pathology.IsConfirmed), Not(judge.Treatment.IsResected), Not(judge.Pending.Has(RequestKinds.Histology)), Not(judge.Pending.Has(Role.LiverBiopsy)));

    private Verdict StainsMissing => All(
        Active,
        Pathology.IsConfirmed,
        Any(Not(Pathology.IsMeasured(FindingKinds.Synaptophysin)), Not(Pathology.IsMeasured(FindingKinds.ChromograninStain))),
        Not(judge.Pending.Has(RequestKinds.Synaptophysin)));

    /// <summary>A grade or mitoses make it milder, so that it must be known whether there are any.</summary>
    private Verdict Ki67Missing => All(
        Active,
        Pathology.IsConfirmed,
        Not(Pathology.IsMeasured(FindingKinds.Ki67)),
        Any(Pathology.ReportedGrade.Stands, Pathology.Mitoses.Stands, All(Not(Pathology.ReportedGrade.Stands), Not(Pathology.Mitoses.Stands))),
        Not(judge.Pending.Has(RequestKinds.Ki67)));

    private Verdict Ki67Ambiguous => All(
        Active,
        Pathology.Ki67.Is(ki67 => PathologyTold.GradesOf(ki67).Length > 1),
        Pathology.Computed.Is(grades => grades.Length > 1),
        Not(judge.Pending.Has(RequestKinds.Ki67)));

    private Verdict GradeDiscordant
    {
        get
        {
            var differs = Pathology.ReportedGrade.Is(reported => Pathology.Computed.Is(computed => computed.Length == 1 ? Of(computed[0] != reported) : Verdict.NotTold));
            var isMild = All(Of(Pathology.IsPoorByCode), Pathology.Ki67.Is(ki67 => ki67.AtMost(20)), Not(Known(Pathology.IsGrade3)));
            return All(Active, Any(isMild, differs));
        }
    }

    private Verdict DifferentiationMissing => All(Active, Pathology.Category.Is(category => category == Category.Grade3Unspecified));

    private Verdict ChromograninMissing => All(Active, Not(judge.Markers.HasChromogranin), Not(judge.Pending.Has(RequestKinds.ChromograninA)));

    private Verdict HiaaMissing => All(
        Active,
        Not(judge.Markers.HasHiaa),
        Any(
            Not(Recorded(judge.Tumour.Site.Is(site => site is Place.Rectum or Place.Stomach))),
            judge.Tumour.IsMidgut,
            judge.Function.Has(Hormone.Carcinoid),
            judge.Stage.HasLiverMetastases),
        Not(judge.Pending.Has(RequestKinds.Hiaa)));

    private Verdict FunctionMissing => All(
        Active,
        Not(judge.Function.HasAny),
        Not(judge.Function.IsStatedNonFunctional),
        Not(judge.Markers.HasChromogranin),
        Not(judge.Markers.HasHiaa));

    private Verdict SectionalMissing => All(judge.Tumour.IsActiveOrSuspected, Not(judge.Images.HasSectional), Not(judge.Pending.HasSectional));

    private Verdict ReceptorImageMissing => All(
        judge.Tumour.IsActiveOrSuspected,
        Not(judge.Images.HasReceptor),
        Not(judge.Receptors.IsStained),
        Not(judge.Pending.Has(Role.Receptor)));

    private Verdict EusMissing => All(
        Active,
        judge.Tumour.Site.Is(site => site is Place.Pancreas or Place.Stomach or Place.Duodenum),
        Not(judge.Images.HasEus),
        Not(judge.Stage.IsMetastatic),
        Not(judge.Treatment.IsResected),
        Not(judge.Pending.Has(Role.Eus)));

    private Verdict StageMissing => All(Active, Not(judge.Stage.Extent.Stands));
}
