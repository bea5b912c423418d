using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Operations, tumour boards, fitness.</summary>
internal sealed class TreatmentTold(Judge judge)
{
    private string? Margin => judge.Latest(judge.Results(FindingKinds.Margin))?.Words;

    internal Verdict IsResected
    {
        get
        {
            var matching = judge.Patient.Acts.Where(act => Matches(act) && !Calendar.IsFuture(act.Date, judge.Today)).ToArray();
            if (judge.Tumour.Site.IsTold && matching.Any(act => act.Status == "completed" && !IsBeforeDiagnosis(act)))
                return Verdict.Yes;
            if (Margin is "R0" or "R1")
                return Verdict.Yes;
            return judge.Gap(DataNeed.Procedures, DataNeed.Status) ? Verdict.NotAsked
                : matching.Any(act => act.Status is "completed" or "stopped") ? judge.Tumour.Site.IsAsked ? Verdict.NotTold : Verdict.NotAsked
                : Verdict.No;
        }
    }

    internal string? LastResection => judge.Gap(DataNeed.Procedures, DataNeed.Status) ? null
        : judge.Patient.Acts.Where(act => judge.Tumour.Site.IsTold && Matches(act) && act.Status == "completed" && !IsBeforeDiagnosis(act))
            .Select(act => act.Date).OrderBy(date => Days.Read(date)?.Last ?? DateOnly.MinValue).LastOrDefault();

    internal Verdict HadEndoscopyLately
    {
        get
        {
            var done = judge.Patient.Acts.Where(act => act.Kind.Role == Role.Endoscopy && act.Status == "completed" && !Calendar.IsFuture(act.Date, judge.Today))
                .Select(act => Days.Read(act.Date) is { } days ? Verdicts.Not(Calendar.IsOlderThan(days, 60, judge.Today)) : Verdict.NotTold);
            return Verdicts.Any([Verdicts.Found(false, judge.Gap(DataNeed.Procedures, DataNeed.Reports, DataNeed.Imaging, DataNeed.ServiceRequests)), .. done]);
        }
    }

    internal Verdict IsMarginFree => judge.Gap(DataNeed.Status, DataNeed.Procedures) ? Verdict.NotAsked : Margin is null or "RX" ? Verdict.NotTold : Verdicts.Of(Margin == "R0");

    /// <summary>Completed tumour boards; the days they were held.</summary>
    internal Verdict HadBoard => Verdicts.Found(
        judge.Patient.Acts.Any(act => act.Kind.Role == Role.TumourBoard && act.Status == "completed" && !Calendar.IsFuture(act.Date, judge.Today)),
        HasBoardGap);

    internal bool HasBoardGap => judge.Gap(DataNeed.Procedures, DataNeed.CarePlans, DataNeed.Appointments, DataNeed.ServiceRequests);

    internal Told<Days> LastBoard =>
        Calendar.Latest(judge.Patient.Acts.Where(act => act.Kind.Role == Role.TumourBoard && act.Status == "completed" && !Calendar.IsFuture(act.Date, judge.Today)).Select(act => act.Date)) is { } latest
            ? Told<Days>.Of(latest) : Told<Days>.Nothing(HasBoardGap);

    /// <summary>ECOG 0 to 4; Karnofsky is translated.</summary>
    internal Told<int> Ecog
    {
        get
        {
            if (judge.Gap(DataNeed.Status))
                return Told<int>.NotAsked;
            return judge.Latest(judge.Results(FindingKinds.Ecog, FindingKinds.Karnofsky)) is not { } result ? Told<int>.NotTold
                : Told<int>.Of(result.Kind == FindingKinds.Ecog ? (int)result.Amount!.Value : result.Amount!.Value switch { >= 90 => 0, >= 70 => 1, >= 50 => 2, >= 30 => 3, _ => 4 });
        }
    }

    /// <summary>Unfit only when that is known.</summary>
    internal Verdict IsFit => Verdicts.Not(Verdicts.Known(Ecog.Is(ecog => ecog > 2)));

    /// <summary>An operation from long before the tumour was entered may have been for another reason.</summary>
    private bool IsBeforeDiagnosis(Act act) => Days.Read(act.Date) is { } done && done.Last < judge.Tumour.MayHaveBeenFoundSince;

    private bool Matches(Act act) => act.Kind.Removes.Length > 0
        && (!judge.Tumour.Site.IsTold || act.Kind.Removes.Contains(judge.Tumour.Site.Value));
}
