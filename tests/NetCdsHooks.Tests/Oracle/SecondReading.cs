using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Judging;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle;

/// <summary>Which rules speak at which moment.</summary>
internal static class SecondReading
{
    /// <summary>Cards that stand for others or for what could not be read.</summary>
    internal static readonly string[] Undecided = ["workup-gaps", "net-data-incomplete"];

    /// <summary>The merged card speaks where the cards that it stands for do; what could not be read is told at every moment.</summary>
    internal static IEnumerable<string> UndecidedOn(Hook hook) => hook is Hook.PatientView or Hook.ProblemListItemCreate ? Undecided : ["net-data-incomplete"];

    private static readonly string[] OnProblemListCreate =
    [
        "histology-confirmation-missing", "ihc-panel-incomplete", "ki67-missing", "ki67-ambiguous", "grade-ki67-discordance", "differentiation-missing",
        "baseline-cga-missing", "baseline-5hiaa-missing", "nse-in-nec", "functional-hormone-panel", "functional-status-undocumented",
        "cross-sectional-imaging-missing", "sstr-imaging-missing", "eus-missing", "stage-missing", "tumour-size-missing-pnet", "men1-screening-missing",
        "second-tumour-screening", "primary-site-unknown", "net-data-quality",
    ];

    private static readonly string[] OnEncounterStart = ["periop-octreotide-functional", "ssa-abrupt-stop", "carcinoid-heart-screening", "net-data-quality"];

    private static readonly string[] OnDischarge =
        ["surveillance-imaging-due", "surveillance-markers-due", "surveillance-sstr-due", "ssa-abrupt-stop", "mdt-review-missing", "net-data-quality"];

    internal static IEnumerable<Ruling> Of(InventedPatient patient, InventedCall call)
    {
        var judge = new Judge(patient, call);
        return call.IsAboutOrders
            ? call.Drafts.Where(draft => draft.IsJudged).SelectMany(draft => new OrderRules(judge, draft).Decide())
                .Append(new MomentRules(judge).Decide().Single(ruling => ruling.Card == "net-data-quality"))
            : AboutPatient(judge).Where(ruling => call.Hook switch
            {
                Hook.ProblemListItemCreate => OnProblemListCreate.Contains(ruling.Card),
                Hook.EncounterStart => OnEncounterStart.Contains(ruling.Card),
                Hook.EncounterDischarge => OnDischarge.Contains(ruling.Card),
                _ => true,
            });
    }

    private static IEnumerable<Ruling> AboutPatient(Judge judge) =>
    [
        .. new[]
        {
            new WorkupRules(judge).Decide(), new SurveillanceRules(judge).Decide(), new TreatmentRules(judge).Decide(), new CoordinationRules(judge).Decide(),
            new FurtherWorkupRules(judge).Decide(), new FurtherTreatmentRules(judge).Decide(), new FurtherSurveillanceRules(judge).Decide(),
        }.SelectMany(family => family).Select(rule => new Ruling(rule.Card, rule.Verdict, rule.Verdict == Verdict.Yes ? new Urgency(judge).Of(rule.Card) : null)),
        .. new MomentRules(judge).Decide(),
    ];
}
