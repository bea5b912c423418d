namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>An order of a service, or an appointment for one.</summary>
internal sealed record Request(RequestKind Kind)
{
    internal bool IsAppointment { get; init; }

    internal string Status { get; init; } = "active";

    internal string Intent { get; init; } = "order";

    internal string? Date { get; init; }

    /// <summary>Ordered and open, or booked.</summary>
    internal bool IsPending => IsAppointment
        ? Status is "booked" or "pending" or "arrived" or "checked-in"
        : Status is "active" or "on-hold" && Intent is "order";

    public override string ToString() => $"{(IsAppointment ? "appointment" : "order")} {Kind}, {Date ?? "no date"}, {Status}, {Intent}";
}
