using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>When a drug acts: on a day, and how long ago it ended.</summary>
internal static class DrugTimes
{
    /// <summary>
    /// Active on a day, or given or ended no more than so many days before it; unknown where a vague date leaves that open.
    /// What ended on an unknown day ended no earlier than it began.
    /// </summary>
    internal static Truth ActsOn(this Chart chart, DrugUse use, DateOnly day, int days)
    {
        var earliest = day.AddDays(-days);
        if (use.IsCurrent && (use.End is null || earliest <= chart.Today))
            return Truth.Yes;
        var last = use.IsCurrent ? use.End
            : use.State == TherapyState.DoseGiven ? use.Start
            : use.State == TherapyState.Past ? chart.LastDay(use) ?? use.Start
            : null;
        return last is not { } date || date.Last < earliest ? Truth.No
            : date.First >= earliest ? Truth.Yes
            : Truth.Unknown;
    }

    internal static Truth ActsToday(this Chart chart, DrugUse use, int days) => chart.ActsOn(use, chart.Today, days);

    /// <summary>An end still ahead is no end of a therapy that is over; a completed one without an end was a single dose or a short course.</summary>
    internal static PartialDate? LastDay(this Chart chart, DrugUse use) =>
        use.End is { } end && end.First <= chart.Today ? end
        : use.Resource is Fhir.MedicationUse { Status: "completed" } ? use.Start
        : null;
}
