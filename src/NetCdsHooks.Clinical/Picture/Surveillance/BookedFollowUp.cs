using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>What the orders and appointments say about the next study.</summary>
/// <param name="FollowUp">Whether it is booked, and in time.</param>
/// <param name="Date">The day it is booked for; null when nothing is booked with a date.</param>
internal readonly record struct BookedFollowUp(FollowUp FollowUp, PartialDate? Date)
{
    private const int GraceDays = 30;

    /// <summary>
    /// Weighs the orders of a matching study by the day that each is meant for, null when it has none. In time means by the end of the window, or within 30 days from today.
    /// A booked day that has passed without a study is no booking any more, only an order.
    /// </summary>
    internal static BookedFollowUp Of(IEnumerable<PartialDate?> orders, DateOnly dueBy, DateOnly today)
    {
        var grace = today.AddDays(GraceDays);
        var limit = dueBy > grace ? dueBy : grace;
        PartialDate? earliest = null;
        var ordered = false;
        foreach (var order in orders)
        {
            ordered = true;
            if (order is { } date && date.Last >= today && (earliest is not { } other || date.CompareTo(other) < 0))
                earliest = date;
        }

        return earliest is { } booked ? new(booked.Last <= limit ? FollowUp.Scheduled : FollowUp.BookedLate, booked)
            : new(ordered ? FollowUp.OrderedUndated : FollowUp.None, null);
    }
}
