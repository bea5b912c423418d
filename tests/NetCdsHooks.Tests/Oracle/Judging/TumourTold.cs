using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Is there a tumour, and where did it begin (clinical part 6, codes parts 2 and 3).</summary>
internal sealed class TumourTold(Judge judge)
{
    private IEnumerable<Diagnosis> Tumours => judge.Patient.Diagnoses.Where(diagnosis => diagnosis.Kind.IsTumour || diagnosis.Kind.IsSecondary);

    internal Verdict Alive => judge.Gap(DataNeed.Patient) ? Verdict.NotAsked : Verdicts.Of(!judge.Patient.IsDead);

    internal Told<TumourStatus> Status
    {
        get
        {
            if (Tumours.Any(tumour => tumour.IsActive))
                return Told<TumourStatus>.Of(TumourStatus.Active);
            if (judge.Gap(DataNeed.Conditions))
                return Told<TumourStatus>.NotAsked;
            return Told<TumourStatus>.Of(
                Tumours.Any(tumour => tumour.IsOver) ? TumourStatus.Over
                : judge.Patient.Diagnoses.Any(diagnosis => diagnosis.Kind.IsHistory && diagnosis.Counts) ? TumourStatus.History
                : Tumours.Any(tumour => tumour.IsSuspected) || HasSyndromeOnly ? TumourStatus.Suspected
                : TumourStatus.None);
        }
    }

    internal Verdict IsActive => Verdicts.All(Alive, Status.Is(status => status == TumourStatus.Active));

    internal Verdict IsActiveOrSuspected => Verdicts.All(Alive, Status.Is(status => status is TumourStatus.Active or TumourStatus.Suspected));

    internal Verdict IsFollowed => Verdicts.All(Alive, Status.Is(status => status is TumourStatus.Active or TumourStatus.Over or TumourStatus.History));

    /// <summary>The entry that the rules look at: active before the others, then the latest.</summary>
    private Diagnosis? Index => judge.Patient.Diagnoses.Where(diagnosis => diagnosis.Kind.IsTumour && (diagnosis.Counts || (diagnosis.IsSuspected && !Tumours.Any(other => other.Counts))))
        .OrderBy(tumour => tumour.IsActive ? 2 : tumour.Counts ? 1 : 0).LastOrDefault();

    /// <summary>The first day on which a tumour or its spread may have been known.</summary>
    internal DateOnly? KnownSince => Tumours.Where(tumour => tumour.Counts).Select(tumour => Days.Read(tumour.Date)).OfType<Days>().OrderBy(days => days.First).Select(days => (DateOnly?)days.First).FirstOrDefault();

    /// <summary>The first day of an operation that may have found it: its onset, or half a year before it was entered.</summary>
    internal DateOnly? MayHaveBeenFoundSince => Tumours.Where(tumour => tumour.Counts)
        .Select(tumour => Days.Read(tumour.Onset)?.First ?? Days.Read(tumour.Recorded)?.First.AddMonths(-6)).Min();

    internal Told<Place> Site
    {
        get
        {
            if (Index is { Kind.Place: not Place.Nowhere } tumour)
                return Told<Place>.Of(tumour.Kind.Place);
            return Told<Place>.Nothing(judge.Gap(DataNeed.Conditions, DataNeed.Pathology, DataNeed.Procedures));
        }
    }

    internal Verdict IsMidgut => Index is { Kind.IsMidgut: true } ? Verdict.Yes
        : Site.Is(site => site is Place.SmallIntestine or Place.Appendix);

    internal IEnumerable<string?> Ends => Tumours.Where(tumour => tumour.IsOver).Select(tumour => tumour.Ended);

    internal bool HasRecurred => judge.Patient.Diagnoses.Any(diagnosis => diagnosis.Kind.IsTumour && diagnosis.Counts && diagnosis.Status is "recurrence" or "relapse");

    /// <summary>A code of a secondary tumour, or of one without a site.</summary>
    internal bool IsUnplaced => Tumours.Any(tumour => (tumour.IsActive || tumour.IsSuspected) && (tumour.Kind.IsSecondary || tumour.Kind.Code is "icd|C7A.00" or "icd|C7A.095"));

    internal bool IsPoorByCode => Index?.Kind.Cells == Cells.Poor;

    internal bool IsWellByCode => Index?.Kind.Cells == Cells.Well;

    private bool HasSyndromeOnly => judge.Patient.Diagnoses.Any(diagnosis => diagnosis.IsActive && diagnosis.Kind.Hormone == Hormone.Carcinoid);
}
