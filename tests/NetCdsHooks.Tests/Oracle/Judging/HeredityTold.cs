using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Multiple endocrine neoplasia type 1, and relatives.</summary>
internal sealed class HeredityTold(Judge judge)
{
    private IEnumerable<Diagnosis> Men1 => judge.Patient.Diagnoses.Where(diagnosis => diagnosis.Kind.Mark == Mark.Men1);

    /// <summary>Coded, or found in the genes; a refuted diagnosis beside it leaves it open.</summary>
    internal Verdict IsDiagnosed => IsFound
        ? Men1.Any(diagnosis => diagnosis.Certainty == "refuted") ? Verdict.NotTold : Verdict.Yes
        : Verdicts.Found(false, judge.Gap(DataNeed.Conditions, DataNeed.Pathology, DataNeed.Reports));

    /// <summary>Diagnosed or looked for, whatever came of it.</summary>
    internal Verdict IsAnswered => IsFound ? Verdict.Yes : IsScreened;

    private bool IsFound => Men1.Any(diagnosis => diagnosis.Counts) || judge.Results(FindingKinds.Men1Gene).Any(result => result.Words == "positive");

    /// <summary>A test, counselling, a family history that names it, or a diagnosis that was refuted.</summary>
    internal Verdict IsScreened => Verdicts.Found(
        Men1.Any(diagnosis => diagnosis.Certainty == "refuted")
            || judge.Results(FindingKinds.Men1Gene).Any()
            || judge.Patient.Acts.Any(act => act.Kind.Role == Role.Genetics && act.Status == "completed" && !Calendar.IsFuture(act.Date, judge.Today))
            || FamilyNamesIt,
        judge.Gap(DataNeed.Conditions, DataNeed.Pathology, DataNeed.Procedures, DataNeed.Family, DataNeed.ServiceRequests, DataNeed.Reports, DataNeed.Appointments));

    internal Verdict IsFamilyScreened => Verdicts.Found(FamilyNamesIt, judge.Gap(DataNeed.Family));

    private bool FamilyNamesIt => judge.Patient.Relatives.Any(relative => relative.Disease == "icd|E31.21" && relative.Status is "completed" or "partial");
}
