using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>What has come up in a small pancreatic tumour under observation since its last image (card 27 of the clinical specification).</summary>
internal sealed class WatchTold(Judge judge)
{
    private static readonly Mark[] Symptoms = [Mark.Jaundice, Mark.WeightLoss, Mark.AbdominalPain, Mark.BileDuctObstruction, Mark.Hypoglycaemia];

    private Diagnosis[] Syndromes => [.. judge.Patient.Diagnoses.Where(diagnosis => diagnosis.IsActive && diagnosis.Kind.Hormone is not null)];

    private Days? Diagnosed => judge.Patient.Diagnoses
        .Where(diagnosis => (diagnosis.Kind.IsTumour || diagnosis.Kind.IsSecondary) && diagnosis.Certainty is not ("refuted" or "entered-in-error"))
        .Select(diagnosis => Days.Read(diagnosis.Date)).OfType<Days>().OrderBy(days => days.First).ThenBy(days => days.Last).Select(days => (Days?)days).FirstOrDefault();

    /// <summary>Whether a symptom, a syndrome or a word of a report is new in an observed tumour.</summary>
    internal Verdict HasNewFeature => Verdicts.All(judge.Tumour.IsActive, IsObserved, Verdicts.Any(
    [
        Verdicts.Found(false, judge.Gap(DataNeed.Conditions, DataNeed.Reports)),
        .. judge.Patient.Diagnoses.Where(diagnosis => diagnosis.IsActive && Symptoms.Contains(diagnosis.Kind.Mark)).Select(IsNew),
        .. Syndromes.Select(IsNew),
        .. judge.Patient.Reports.Where(report => report.Counts && report.Conclusion == "Ductal dilatation, vascular invasion." && !Calendar.IsFuture(report.Date, judge.Today))
            .Select(IsOfLastImage),
    ]));

    /// <summary>Of a syndrome that was there before the last image the tumour is known to be functional.</summary>
    private Verdict IsObserved
    {
        get
        {
            var old = Syndromes.Where(syndrome => IsNew(syndrome) != Verdict.Yes).ToArray();
            return old.Length == 0 ? judge.FollowUp.IsObservedPancreas(Verdict.NotTold)
                : judge.Images.LastPancreas.IsAsked ? judge.FollowUp.IsObservedPancreas(Verdict.Yes)
                : Verdicts.All(Verdict.NotAsked, judge.FollowUp.IsObservedPancreas(Verdict.NotTold));
        }
    }

    private Verdict IsNew(Diagnosis diagnosis) => Days.Read(diagnosis.Date) is not { } day ? Verdict.NotTold : Verdicts.All(
        Diagnosed is { } diagnosed ? IsAfter(day, diagnosed) : Verdict.Yes,
        judge.Images.LastPancreas.Is(last => IsAfter(day, last)));

    private Verdict IsOfLastImage(Report report) => Days.Read(report.Date) is not { } day ? Verdict.NotTold
        : judge.Images.LastPancreas.Is(last => day.First >= last.First ? Verdict.Yes : day.Last < last.First ? Verdict.No : Verdict.NotTold);

    private static Verdict IsAfter(Days day, Days other) => day.First > other.Last ? Verdict.Yes : day.Last <= other.First ? Verdict.No : Verdict.NotTold;
}
