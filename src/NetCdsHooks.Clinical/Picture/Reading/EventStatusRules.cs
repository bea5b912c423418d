using NetCdsHooks.Clinical.Fhir;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Whether something was done, is only planned, or counts for nothing, by the status of its resource.</summary>
internal static class EventStatusRules
{
    /// <summary>An image exists. A study of unknown status needs images and a day in the past to show that it was made.</summary>
    internal static bool IsDone(this ImagingStudy study, Chart chart)
    {
        var started = chart.Date(study.Started);
        return study.Status switch
        {
            "available" => !chart.IsFuture(started),
            "unknown" => started is not null && !chart.IsFuture(started) && study.NumberOfInstances > 0,
            _ => false,
        };
    }

    internal static bool IsDone(this Procedure procedure) => procedure.Status == "completed";

    /// <summary>Begun and broken off: how much of it was done is not known.</summary>
    internal static bool IsBrokenOff(this Procedure procedure) => procedure.Status == "stopped";

    internal static bool IsUnderWay(this Procedure procedure) => procedure.Status == "in-progress";

    internal static bool IsPlanned(this Procedure procedure) => procedure.Status == "preparation";

    internal static bool IsDone(this ServiceRequest request) => request.Status == "completed" && request.IsOrder();

    internal static bool IsPending(this ServiceRequest request) =>
        request.Status is "active" or "on-hold" && request.IsOrder();

    internal static bool IsPending(this Appointment appointment) =>
        appointment.Status is "booked" or "pending" or "arrived" or "checked-in";

    internal static bool WasKept(this Appointment appointment) => appointment.Status == "fulfilled";

    /// <summary>"Health unknown" tells that nothing is known of the relative.</summary>
    internal static bool Counts(this FamilyMemberHistory relative) => relative.Status is "partial" or "completed";

    internal static bool Counts(this CarePlan plan) => plan.Status is "active" or "completed";

    /// <summary>Proposals and plans are thoughts about an order, not orders.</summary>
    private static bool IsOrder(this ServiceRequest request) =>
        request.Intent is "order" or "original-order" or "reflex-order" or "filler-order" or "instance-order";
}
