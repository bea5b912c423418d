using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>What the families of rules share: the patient as far as searches showed them, and what was not answered.</summary>
internal sealed class Judge
{
    internal Judge(InventedPatient patient, InventedCall? call = null)
    {
        Call = call ?? InventedCall.Opened;
        Patient = patient.AsSeen();
        Tumour = new(this);
        Pathology = new(this);
        Stage = new(this);
        Sizes = new(this);
        Function = new(this);
        Receptors = new(this);
        Images = new(this);
        Markers = new(this);
        Treatment = new(this);
        Drugs = new(this);
        Pending = new(this);
        FollowUp = new(this);
        Course = new(this);
        Laboratory = new(this);
        Heredity = new(this);
        Watch = new(this);
        Planned = new(this);
        Depot = new(this);
        Quality = new(this);
    }

    internal InventedPatient Patient { get; }

    internal InventedCall Call { get; }

    internal DateOnly Today => Patient.Today;

    internal TumourTold Tumour { get; }

    internal PathologyTold Pathology { get; }

    internal StageTold Stage { get; }

    internal SizesTold Sizes { get; }

    internal FunctionTold Function { get; }

    internal ReceptorsTold Receptors { get; }

    internal ImagesTold Images { get; }

    internal MarkersTold Markers { get; }

    internal TreatmentTold Treatment { get; }

    internal DrugsTold Drugs { get; }

    internal PendingTold Pending { get; }

    internal FollowUpTold FollowUp { get; }

    internal CourseTold Course { get; }

    internal LaboratoryTold Laboratory { get; }

    internal HeredityTold Heredity { get; }

    internal WatchTold Watch { get; }

    internal PlannedTold Planned { get; }

    internal DepotTold Depot { get; }

    internal QualityTold Quality { get; }

    internal bool Gap(params ReadOnlySpan<DataNeed> needs)
    {
        foreach (var need in needs)
            if (Patient.HasGap(need))
                return true;
        return false;
    }

    /// <summary>The results that count, without those of the future.</summary>
    internal IEnumerable<Finding> Results(params FindingKind[] kinds) =>
        Patient.Findings.Where(finding => finding.Counts && kinds.Contains(finding.Kind) && !Calendar.IsFuture(finding.Date, Today));

    /// <summary>The result with the latest date; one without a date only if there is no other, and of one day a final one.</summary>
    internal Finding? Latest(IEnumerable<Finding> findings) =>
        findings.OrderBy(finding => Days.Read(finding.Date)?.Last ?? DateOnly.MinValue).ThenBy(finding => finding.Status != "preliminary").LastOrDefault();
}
