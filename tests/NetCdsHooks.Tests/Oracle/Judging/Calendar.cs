using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Dates as the specification of codes reads them.</summary>
internal static class Calendar
{
    /// <summary>True for a date more than a day ahead on every reading: such a thing was not done.</summary>
    internal static bool IsFuture(string? date, DateOnly today) => Days.Read(date) is { } days && days.First > today.AddDays(1);

    /// <summary>The latest of the dates; among equal ends the more exact one.</summary>
    internal static Days? Latest(IEnumerable<string?> dates) =>
        dates.Select(Days.Read).OfType<Days>().OrderBy(days => days.Last).ThenBy(days => days.First).Select(days => (Days?)days).LastOrDefault();

    /// <summary>More than so many calendar months before today, which an inexact date leaves open.</summary>
    internal static Verdict IsOlderThan(Days days, int months, DateOnly today) =>
        days.Last.AddMonths(months) < today ? Verdict.Yes : days.First.AddMonths(months) < today ? Verdict.NotTold : Verdict.No;
}
