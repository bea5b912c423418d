using System.Diagnostics;
using System.Globalization;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>The arithmetic of due dates: calendar months, whole days, both ends of a window included.</summary>
internal static class SurveillanceCalendar
{
    private const int SoonDays = 30;
    private const int LongestInDays = 13;
    private const int LongestInWeeks = 60;

    /// <summary>Adds calendar months; a day that the month does not have becomes its last day.</summary>
    internal static DateOnly AddMonths(DateOnly day, int months) => day.AddMonths(months);

    /// <summary>For a vague last date it is due when its earliest day is, and overdue only when its latest day is.</summary>
    internal static DueState StateOf(PartialDate last, DueInterval interval, DateOnly today)
    {
        if (interval.Late == DueState.Overdue && today > By(last, interval))
            return DueState.Overdue;
        return today >= FirstDueDay(last, interval) ? DueState.Due : DueState.NotDue;
    }

    internal static DueWindow WindowOf(PartialDate last, DueInterval interval, DateOnly today)
    {
        DateOnly? from = interval.FromMonths is { } months ? AddMonths(last.First, months) : null;
        var by = By(last, interval);
        return new(last, from, by, Wording(StateOf(last, interval, today), from, by, today, last.IsExact ? "" : "about "));
    }

    /// <summary>Days below two weeks, then whole weeks, and above 60 days whole calendar months.</summary>
    internal static string Lateness(DateOnly by, DateOnly today)
    {
        var days = today.DayNumber - by.DayNumber;
        return days <= LongestInDays ? Count(days, "day")
            : days <= LongestInWeeks ? Count(days / 7, "week")
            : Count(WholeMonths(by, today), "month");
    }

    private static DateOnly By(PartialDate last, DueInterval interval) => AddMonths(last.Last, interval.ByMonths);

    /// <summary>Without a window it is not due before the longest interval has passed.</summary>
    private static DateOnly FirstDueDay(PartialDate last, DueInterval interval) =>
        interval.FromMonths is { } months ? AddMonths(last.First, months)
        : interval.Late == DueState.Due ? AddMonths(last.First, interval.ByMonths).AddDays(1)
        : By(last, interval).AddDays(1);

    private static string Wording(DueState state, DateOnly? from, DateOnly by, DateOnly today, string about) => state switch
    {
        DueState.Overdue => $"{about}{Lateness(by, today)} overdue",
        DueState.Due when today > by => $"due since {about}{Iso(by)}",
        DueState.Due when by.DayNumber - today.DayNumber <= SoonDays =>
            $"due within {about}{Count(by.DayNumber - today.DayNumber, "day")} (by {about}{Iso(by)})",
        DueState.Due => $"in its window: {about}{Iso(from ?? by)} to {about}{Iso(by)}",
        DueState.NotDue when from is { } first => $"not due before {about}{Iso(first)}",
        DueState.NotDue => $"not due; at the latest by {about}{Iso(by)}",
        _ => throw new UnreachableException($"{state} is no state"),
    };

    private static int WholeMonths(DateOnly from, DateOnly to)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return AddMonths(from, months) > to ? months - 1 : months;
    }

    private static string Count(int number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number == 1 ? "" : "s")}");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
