using System.Globalization;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Drugs in use and drugs that were given once (codes parts 1.1, 2 and 7).</summary>
internal sealed class DrugsTold(Judge judge)
{
    private static readonly DrugGroup[] Therapies =
        [DrugGroup.Lanreotide, DrugGroup.OctreotideDepot, DrugGroup.Everolimus, DrugGroup.Sunitinib, DrugGroup.Platinum, DrugGroup.OtherChemotherapy];

    internal bool HasGap => judge.Gap(DataNeed.MedicationRequests, DataNeed.MedicationStatements, DataNeed.MedicationAdministrations);

    /// <summary>A depot analogue in use now: an active entry, or a depot given within 42 days.</summary>
    internal Verdict IsOnAnalogue
    {
        get
        {
            var depots = Of(DrugGroup.Lanreotide, DrugGroup.OctreotideDepot).ToArray();
            var limit = judge.Today.AddDays(-42);
            if (depots.Any(drug => IsOpen(drug) || (IsDose(drug) && Days.Read(drug.From)?.First >= limit)))
                return Verdict.Yes;
            return HasGap ? Verdict.NotAsked
                : depots.Any(drug => IsDose(drug) && Days.Read(drug.From)?.Last >= limit) ? Verdict.NotTold
                : Verdict.No;
        }
    }

    internal Verdict HadTherapy => Verdicts.Found(Of(Therapies).Any(IsUsed), HasGap || judge.Gap(DataNeed.Procedures));

    internal Verdict Ever(params DrugGroup[] groups) => Verdicts.Found(Of(groups).Any(IsUsed), HasGap);

    /// <summary>The last day of a therapy of the tumour.</summary>
    internal Days? LastTherapy => Calendar.Latest(Of(Therapies).Where(IsUsed).Select(drug =>
        IsOpen(drug) ? judge.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : drug.Until ?? drug.From));

    /// <summary>Without the orders and statements that a later word of "not taken" denies; doses given stay.</summary>
    private IEnumerable<DrugUse> Of(params DrugGroup[] groups) => judge.Patient.Drugs.Where(drug => groups.Contains(drug.Kind.Group)
        && (drug.Form == DrugForm.Given || !judge.Patient.Drugs.Any(denial => denial.Kind.Group == drug.Kind.Group && denial.Status == "not-taken" && !IsLater(drug, denial))));

    private static bool IsLater(DrugUse drug, DrugUse denial) => Days.Read(drug.From)?.First > Days.Read(denial.From)?.Last;

    private static bool IsOpen(DrugUse drug) => drug.Form switch
    {
        DrugForm.Ordered => drug.Status is "active" or "on-hold",
        DrugForm.Taken => drug.Status is "active" or "on-hold",
        _ => false,
    };

    private static bool IsGiven(DrugUse drug) => drug.Status is "completed" or "in-progress";

    private static bool IsDose(DrugUse drug) => drug.Form == DrugForm.Given ? IsGiven(drug) : drug.Status == "completed";

    private static bool IsUsed(DrugUse drug) => drug.Form switch
    {
        DrugForm.Ordered => drug.Status is "active" or "on-hold" or "completed" or "stopped",
        DrugForm.Taken => drug.Status is "active" or "on-hold" or "completed" or "stopped",
        _ => IsGiven(drug),
    };
}
