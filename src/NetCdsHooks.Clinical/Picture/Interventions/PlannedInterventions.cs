using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>One intervention that is still to come, or under way.</summary>
internal sealed record PlannedIntervention(ImmutableHashSet<Intervention> Kinds, PartialDate? Date, Evidence Evidence);

/// <summary>Interventions that are ordered, booked, in preparation or under way; one whose day has passed is none of these.</summary>
internal sealed class PlannedInterventions(Chart chart)
{
    internal ImmutableArray<PlannedIntervention> All => field.IsDefault
        ? field = [.. FromOrders().Concat(FromAppointments()).Concat(FromProcedures()).Concat(FromDrafts()).OfType<PlannedIntervention>()]
        : field;

    internal Gaps Gaps => chart.GapsIn([DataNeed.ServiceRequests, DataNeed.Appointments, DataNeed.Procedures, DataNeed.DraftOrders]);

    private IEnumerable<PlannedIntervention?> FromOrders() =>
        from order in chart.Record.All<ServiceRequest>()
        where order.IsPending()
        let name = Wording.Join([order.Code, .. order.OrderDetail, .. order.Category])
        select Read(order, name, order.BodySite, order.ClinicalDate(chart));

    private IEnumerable<PlannedIntervention?> FromAppointments() =>
        from appointment in chart.Record.All<Appointment>()
        where appointment.IsPending()
        select Read(appointment, ImageSource.Of(appointment, chart).Name, [], appointment.ClinicalDate(chart));

    private IEnumerable<PlannedIntervention?> FromProcedures() =>
        from procedure in chart.Record.All<Procedure>()
        let isUnderWay = procedure.IsUnderWay()
        where procedure.IsPlanned() || isUnderWay
        let name = Wording.Join([procedure.Code, procedure.Category])
        select Read(procedure, name, procedure.BodySite, isUnderWay ? PartialDate.Of(chart.Today) : procedure.ClinicalDate(chart));

    /// <summary>One that is being ordered and names no day may be for today; an old order without a day tells nothing.</summary>
    private IEnumerable<PlannedIntervention?> FromDrafts() =>
        from reading in chart.Drafts.Select(draft => draft.Reading)
        where !reading.Interventions.IsEmpty && !chart.IsOver(reading.Date)
        select new PlannedIntervention(reading.Interventions, reading.Date ?? PartialDate.Of(chart.Today), reading.Evidence);

    private PlannedIntervention? Read(Resource resource, CodeableConcept name, ImmutableArray<CodeableConcept> bodySite, PartialDate? date)
    {
        if (chart.IsOver(date) || chart.InterventionsOf(name, Wording.Join([name, .. bodySite])) is not { IsEmpty: false } kinds)
            return null;
        return new(kinds, date, new(resource.Self, date, name.IsCoded ? Confidence.Coded : Confidence.FreeText));
    }
}
