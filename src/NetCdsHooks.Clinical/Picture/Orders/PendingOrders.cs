using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Orders and bookings that are still to be carried out; one whose day has passed is not.</summary>
internal static class PendingOrders
{
    /// <summary>Those of the record, and those that come with the call.</summary>
    internal static ImmutableArray<PendingItem> Of(Chart chart) =>
    [
        .. chart.Record.All<ServiceRequest>()
            .Where(order => order.IsPending() && !chart.IsOver(order.ClinicalDate(chart)))
            .Select(order => Read(ImageSource.Of(order, chart), order.Category, chart)),
        .. chart.Record.All<Appointment>()
            .Where(appointment => appointment.IsPending() && !chart.IsOver(appointment.ClinicalDate(chart)))
            .Select(appointment => Read(ImageSource.Of(appointment, chart), [], chart)),
        .. chart.Drafts.Select(draft => draft.Reading).Select(reading => new PendingItem(reading.Kinds, reading.Date, reading.Regions, reading.Evidence)),
    ];

    private static PendingItem Read(ImageSource order, ImmutableArray<CodeableConcept> category, Chart chart) =>
        new(
            OrderKinds.Of(order, category, chart),
            order.Evidence.Date,
            order.Regions,
            order.Evidence with { Confidence = order.Name.IsCoded ? Confidence.Coded : Confidence.FreeText });
}
