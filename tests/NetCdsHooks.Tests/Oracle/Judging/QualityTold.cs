using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Entries that cannot be used as they stand (card 75 of the clinical specification).</summary>
internal sealed class QualityTold(Judge judge)
{
    internal Verdict HasProblem => Verdicts.Any(
        Verdicts.Found(
            judge.Results(FindingKinds.Ki67).Any(result => result.Words is "low" or "150 %")
                || judge.Results(FindingKinds.Size).Any(result => result.Unit == "in")
                || judge.Sizes.IsGrowthVague
                || judge.Patient.Scans.Any(scan => scan.Status == "available" && Calendar.IsFuture(scan.Date, judge.Today)),
            judge.Gap(
                DataNeed.Conditions, DataNeed.Pathology, DataNeed.Markers, DataNeed.Status, DataNeed.Reports, DataNeed.Imaging, DataNeed.Procedures,
                DataNeed.MedicationAdministrations)),
        IsOnlyInError(DataNeed.Pathology, FindingKinds.Ki67),
        IsOnlyInError(DataNeed.Pathology, FindingKinds.Size),
        IsOnlyInError(DataNeed.Markers, FindingKinds.ChromograninA, FindingKinds.ChromograninAUnits),
        IsOnlyInError(DataNeed.Markers, FindingKinds.HiaaUrine, FindingKinds.HiaaPlasma, FindingKinds.HiaaSpot),
        HasMildCarcinoma);

    /// <summary>All that there is of it was entered in error.</summary>
    private Verdict IsOnlyInError(DataNeed need, params FindingKind[] kinds)
    {
        var all = judge.Patient.Findings.Where(finding => kinds.Contains(finding.Kind)).ToArray();
        return Verdicts.All(Verdicts.Of(all.Length > 0 && all.All(finding => finding.Status == "entered-in-error")), judge.Gap(need) ? Verdict.NotAsked : Verdict.Yes);
    }

    /// <summary>Called a carcinoma, with a Ki-67 of a slower tumour.</summary>
    private Verdict HasMildCarcinoma => Verdicts.All(judge.Pathology.Cells.Is(cells => cells == Cells.Poor), judge.Pathology.Ki67.Is(ki67 => ki67.AtMost(20)));
}
