using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Depot analogues: single doses, ends, and which drug goes on.</summary>
internal sealed class DepotTold(Judge judge)
{
    private static readonly DrugGroup[] Depots = [DrugGroup.Lanreotide, DrugGroup.OctreotideDepot];

    private DrugUse[] Uses => [.. judge.Drugs.Of(Depots)];

    private bool HasGap => judge.Drugs.HasGap || judge.Gap(DataNeed.Procedures);

    private bool IsOrdered => Uses.Any(DrugsTold.IsOpen);

    /// <summary>The last dose that was recorded as given.</summary>
    internal Told<Days> LastDose =>
        HasGap || Calendar.Latest(Doses.Select(drug => drug.From)) is not { } last ? Told<Days>.Nothing(HasGap) : Told<Days>.Of(last);

    internal Verdict HasDatedDose => Verdicts.Found(Doses.Any(drug => drug.From is not null), HasGap);

    private IEnumerable<DrugUse> Doses => Uses.Where(drug => drug.Form == DrugForm.Given && DrugsTold.IsGiven(drug));

    /// <summary>Stopped in the last 30 days, and nothing in its place.</summary>
    internal Verdict WasStoppedLately
    {
        get
        {
            if (IsOrdered)
                return Verdict.No;
            var stops = Verdicts.Any([.. Stops.Select(IsLate)]);
            return stops == Verdict.Yes ? Verdict.Yes : judge.Drugs.HasGap ? Verdict.NotAsked : stops;
        }
    }

    /// <summary>Because the tumour was removed.</summary>
    internal Verdict WasStoppedForCure => Verdicts.Found(
        Stops.Any(stop => IsLate(stop) != Verdict.No && stop.Reason?.Contains("curative", StringComparison.Ordinal) == true), judge.Drugs.HasGap);

    /// <summary>The last dose is more than 42 days old and no other is planned; without an order it is not more than six months old.</summary>
    internal Verdict HasLapsed => Verdicts.All(
        Verdicts.Not(IsLaterThan(judge.Today.AddDays(-43))),
        LastDose.Stands,
        Verdicts.Not(Verdicts.Found(false, judge.Drugs.HasGap || judge.Gap(DataNeed.ServiceRequests, DataNeed.Appointments))),
        Verdicts.Any(judge.Drugs.IsOnAnalogue, IsLaterThan(judge.Today.AddMonths(-6).AddDays(-1))));

    /// <summary>One that was found proves it; others may not have been found.</summary>
    internal Verdict IsLaterThan(DateOnly day)
    {
        var dated = Doses.Select(dose => Days.Read(dose.From)).OfType<Days>().ToArray();
        return dated.Any(dose => dose.First > day) ? Verdict.Yes
            : HasGap ? Verdict.NotAsked
            : LastDose.Is(last => last.First > day ? Verdict.Yes : last.Last <= day ? Verdict.No : Verdict.NotTold);
    }

    /// <summary>Another depot than this goes on.</summary>
    internal Verdict OtherGoesOn(DrugGroup ordered)
    {
        if (judge.Drugs.HasGap)
            return Verdict.NotAsked;
        return Verdicts.Any([.. Uses.Where(drug => drug.Kind.Group != ordered).Select(GoesOn)]);
    }

    /// <summary>Doses go on where no order of the drug has ended with or after them.</summary>
    private Verdict GoesOn(DrugUse drug) =>
        DrugsTold.IsOpen(drug) ? Verdict.Yes
        : drug.Form != DrugForm.Given || Uses.Any(order => order.Kind.Group == drug.Kind.Group && HasEnded(order, drug)) ? Verdict.No
        : judge.Drugs.Acts(drug, judge.Today, 42);

    private static bool HasEnded(DrugUse order, DrugUse dose) =>
        order.Form != DrugForm.Given && order.Status is "completed" or "stopped"
        && (Days.Read(order.Until) is not { } end || Days.Read(dose.From) is not { } given || end.Last >= given.First.AddDays(-42));

    private IEnumerable<DrugUse> Stops => Uses.Where(drug => drug.Form != DrugForm.Given && drug.Status == "stopped");

    private Verdict IsLate(DrugUse stop)
    {
        var earliest = judge.Today.AddDays(-30);
        return Days.Read(stop.Until) is { } end ? Verdicts.Of(end.First >= earliest)
            : Days.Read(stop.From)?.First >= earliest ? Verdict.Yes
            : Verdict.NotTold;
    }
}
