using NetCdsHooks.Tests.Oracle.Story;
using static NetCdsHooks.Tests.Oracle.Judging.Verdicts;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Cards 27, 28 and 30 of part 8, and 73 and 74 of part 11 of the clinical specification.</summary>
internal sealed class FurtherSurveillanceRules(Judge judge)
{
    internal IEnumerable<(string Card, Verdict Verdict)> Decide() =>
    [
        ("pnet-new-symptoms-or-features", judge.Watch.HasNewFeature),
        ("appendix-no-surveillance", AppendixDone),
        ("ssa-monitoring", AnalogueChecks),
        ("men1-family-surveillance", Relatives),
        ("hereditary-surveillance", Hereditary),
    ];

    private Verdict AppendixDone => All(
        judge.Tumour.IsActive,
        judge.Tumour.Site.Is(site => site == Place.Appendix),
        judge.Treatment.IsResected,
        judge.Treatment.IsMarginFree,
        Not(judge.Stage.HasMetastases),
        (judge.Sizes.Specimen is { IsTold: false, IsAsked: true } ? judge.Sizes.Latest : judge.Sizes.Specimen).Is(size => size.Below(10)),
        Of(!judge.Stage.HasPositiveNodes),
        judge.Pathology.Category.Is(category => category == Category.Net1));

    private Verdict AnalogueChecks => All(
        judge.Tumour.IsActive,
        judge.Drugs.IsOnAnalogue,
        judge.Drugs.DepotStart.Is(start => start.Last.AddMonths(6) <= judge.Today ? Verdict.Yes : start.First.AddMonths(6) <= judge.Today ? Verdict.NotTold : Verdict.No),
        Any(
            All(judge.Laboratory.IsNeverOrOlder(12, FindingKinds.Glucose, FindingKinds.HbA1c), Not(judge.Pending.Has(RequestKinds.Glucose))),
            All(judge.Laboratory.IsNeverOrOlder(12, FindingKinds.Tsh), Not(judge.Pending.Has(RequestKinds.Tsh)))));

    private Verdict Relatives => All(judge.Tumour.IsActive, judge.Heredity.IsDiagnosed, Not(judge.Heredity.IsFamilyScreened), Not(judge.Pending.Has(Role.Genetics)));

    /// <summary>Pituitary hormones count only where they were once measured.</summary>
    private Verdict Hereditary => All(
        judge.Tumour.IsActive,
        judge.Heredity.IsDiagnosed,
        Any(
            judge.Laboratory.IsNeverOrOlder(12, FindingKinds.Calcium),
            judge.Laboratory.IsNeverOrOlder(12, FindingKinds.Parathyrin),
            judge.Images.IsPancreasNeverOrOlder,
            OlderIfMeasured(FindingKinds.Prolactin),
            OlderIfMeasured(FindingKinds.Igf1)));

    private Verdict OlderIfMeasured(FindingKind kind) =>
        All(judge.Laboratory.IsMeasured(kind), judge.Laboratory.IsNeverOrOlder(12, kind));
}
