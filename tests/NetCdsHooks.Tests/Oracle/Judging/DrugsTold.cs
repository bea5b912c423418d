using System.Globalization;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Drugs in use and drugs that were given once (codes parts 1.1, 2 and 7).</summary>
internal sealed class DrugsTold(Judge judge)
{
    private static readonly DrugGroup[] Therapies =
        [DrugGroup.Lanreotide, DrugGroup.OctreotideDepot, DrugGroup.Everolimus, DrugGroup.Sunitinib, DrugGroup.Cabozantinib, DrugGroup.Platinum, DrugGroup.OtherChemotherapy, DrugGroup.Radionuclide, DrugGroup.Belzutifan];

    internal bool HasGap => judge.Gap(DataNeed.MedicationRequests, DataNeed.MedicationStatements, DataNeed.MedicationAdministrations);

    /// <summary>A depot analogue in use now: an active entry, or a depot given within 42 days.</summary>
    internal Verdict IsOnAnalogue
    {
        get
        {
            var depots = Of(DrugGroup.Lanreotide, DrugGroup.OctreotideDepot).ToArray();
            return depots.Any(IsActiveNow) ? Verdict.Yes
                : HasGap ? Verdict.NotAsked
                : Verdicts.Any([.. depots.Select(drug => Acts(drug, judge.Today, 42))]);
        }
    }

    internal Verdict HadTherapy => Verdicts.Found(Of(Therapies).Any(IsUsed), HasGap || judge.Gap(DataNeed.Procedures));

    /// <summary>Radionuclides may be written as procedures.</summary>
    internal Verdict HadSystemicTherapy => Verdicts.Any(
        Ever(DrugGroup.Everolimus, DrugGroup.Sunitinib, DrugGroup.Cabozantinib, DrugGroup.Platinum, DrugGroup.OtherChemotherapy, DrugGroup.Radionuclide, DrugGroup.Belzutifan),
        Verdicts.Found(false, judge.Gap(DataNeed.Procedures)));

    internal Verdict Ever(params DrugGroup[] groups) => Verdicts.Found(Of(groups).Any(IsUsed), HasGap);

    /// <summary>In use, or given or ended within a week.</summary>
    internal Verdict IsOnOpioid => AnyActs(judge.Today, 7, DrugGroup.Opioid);

    /// <summary>Each dose given is a cycle; what is only said to be taken, or ordered and over, leaves the number open.</summary>
    internal Told<int> RadionuclideCycles
    {
        get
        {
            if (HasGap || judge.Gap(DataNeed.Procedures))
                return Told<int>.NotAsked;
            var uses = Of(DrugGroup.Radionuclide).ToArray();
            var given = uses.Where(drug => drug.Form == DrugForm.Given && IsGiven(drug)).Select(drug => drug.From).Distinct().Count();
            return given == 0 && uses.Any(drug => IsUsed(drug) && (drug.Form == DrugForm.Taken || !IsOpen(drug))) ? Told<int>.NotTold : Told<int>.Of(given);
        }
    }

    /// <summary>The first day of the present course of depot analogues, through doses that follow each other within 42 days.</summary>
    internal Told<Days> DepotStart
    {
        get
        {
            var uses = Of(DrugGroup.Lanreotide, DrugGroup.OctreotideDepot).Where(IsUsed).ToArray();
            var first = uses.Where(IsActiveNow).Select(drug => Days.Read(drug.From)).OfType<Days>().OrderBy(days => days.First).Select(days => (Days?)days).FirstOrDefault();
            if (first is null || HasGap)
                return Told<Days>.Nothing(HasGap);
            while (uses.Where(drug => Days.Read(drug.From) is { } days && days.First < first.Value.First && LastDay(drug)?.Last.AddDays(42) >= first.Value.First)
                .Select(drug => Days.Read(drug.From)).OrderBy(days => days!.Value.First).FirstOrDefault() is { } earlier)
                first = earlier;
            return Told<Days>.Of(first.Value);
        }
    }

    /// <summary>Whether any depot was begun before a day.</summary>
    internal Verdict WasOnDepotBefore(Days day)
    {
        var uses = Of(DrugGroup.Lanreotide, DrugGroup.OctreotideDepot).Where(IsUsed).Select(drug => Days.Read(drug.From)).ToArray();
        return uses.Any(start => start?.Last < day.First) ? Verdict.Yes
            : HasGap ? Verdict.NotAsked
            : uses.Any(start => start is null || start.Value.First < day.Last) ? Verdict.NotTold
            : Verdict.No;
    }

    internal Verdict WasEverOnDepot => Ever(DrugGroup.Lanreotide, DrugGroup.OctreotideDepot);

    private bool IsActiveNow(DrugUse drug) => Acts(drug, judge.Today, 42) == Verdict.Yes;

    /// <summary>In use on a day, or given or ended no more than so many days before it.</summary>
    internal Verdict Acts(DrugUse drug, DateOnly day, int days)
    {
        if (IsOpen(drug))
            return Verdict.Yes;
        var earliest = day.AddDays(-days);
        return !IsUsed(drug) || (LastDay(drug) ?? Days.Read(drug.From)) is not { } last || last.Last < earliest ? Verdict.No
            : last.First >= earliest ? Verdict.Yes
            : Verdict.NotTold;
    }

    internal Verdict AnyActs(DateOnly day, int days, params DrugGroup[] groups)
    {
        var acting = Verdicts.Any([.. Of(groups).Select(drug => Acts(drug, day, days))]);
        return acting == Verdict.Yes ? Verdict.Yes : HasGap ? Verdict.NotAsked : acting;
    }

    /// <summary>The end that was recorded; what was completed without one was given once.</summary>
    private static Days? LastDay(DrugUse drug) =>
        drug.Form == DrugForm.Given ? Days.Read(drug.From) : Days.Read(drug.Until) ?? (drug.Status == "completed" ? Days.Read(drug.From) : null);

    /// <summary>The last day of a therapy of the tumour.</summary>
    internal Days? LastTherapy => Calendar.Latest(Of(Therapies).Where(IsUsed).Select(drug =>
        IsOpen(drug) ? judge.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : drug.Until ?? drug.From));

    /// <summary>Without the orders and statements that a later word of "not taken" denies; doses given stay.</summary>
    internal IEnumerable<DrugUse> Of(params DrugGroup[] groups) => judge.Patient.Drugs.Where(drug => groups.Contains(drug.Kind.Group)
        && (drug.Form == DrugForm.Given || !judge.Patient.Drugs.Any(denial => denial.Kind.Group == drug.Kind.Group && denial.Status == "not-taken" && !IsLater(drug, denial))));

    private static bool IsLater(DrugUse drug, DrugUse denial) => Days.Read((drug.Form == DrugForm.Taken ? drug.Until : null) ?? drug.From)?.First > Days.Read(denial.From)?.Last;

    internal static bool IsOpen(DrugUse drug) => drug.Form switch
    {
        DrugForm.Ordered => drug.Status is "active" or "on-hold",
        DrugForm.Taken => drug.Status is "active" or "on-hold",
        _ => false,
    };

    internal static bool IsGiven(DrugUse drug) => drug.Status is "completed" or "in-progress";

    private static bool IsUsed(DrugUse drug) => drug.Form switch
    {
        DrugForm.Ordered => drug.Status is "active" or "on-hold" or "completed" or "stopped",
        DrugForm.Taken => drug.Status is "active" or "on-hold" or "completed" or "stopped",
        _ => IsGiven(drug),
    };
}
