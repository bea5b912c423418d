using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>The day on which something was done, or is to be done.</summary>
internal static class EventDates
{
    internal static PartialDate? ClinicalDate(this ImagingStudy study, Chart chart) => chart.Date(study.Started);

    internal static PartialDate? ClinicalDate(this Procedure procedure, Chart chart) =>
        chart.Date(procedure.PerformedPeriod?.End)
        ?? chart.Date(procedure.PerformedDateTime)
        ?? chart.Date(procedure.PerformedPeriod?.Start);

    /// <summary>The day that the order names for its execution, not the day on which it was written.</summary>
    internal static PartialDate? ClinicalDate(this ServiceRequest request, Chart chart) =>
        chart.Date(request.OccurrenceDateTime)
        ?? chart.Date(request.OccurrencePeriod?.End)
        ?? chart.Date(request.OccurrencePeriod?.Start);

    /// <summary>The day that the order of a drug names for its first dose.</summary>
    internal static PartialDate? PlannedDay(this MedicationRequest request, Chart chart) =>
        chart.Date(request.DosageInstruction.SelectMany(dosage => dosage.Timing?.Event ?? []).FirstOrDefault())
        ?? chart.Date(request.DosageInstruction.Select(dosage => dosage.Timing?.Repeat?.BoundsPeriod?.Start).FirstOrDefault(start => start is not null))
        ?? chart.Date(request.DispenseRequest?.ValidityPeriod?.Start);

    internal static PartialDate? ClinicalDate(this Appointment appointment, Chart chart) =>
        chart.Date(appointment.Start)
        ?? chart.Date(appointment.RequestedPeriod.Select(period => period.Start ?? period.End).FirstOrDefault(day => day is not null));

    internal static PartialDate? ClinicalDate(this CarePlan plan, Chart chart) =>
        chart.Date(plan.Created) ?? chart.Date(plan.Period?.Start);

    internal static PartialDate? ClinicalDate(this CarePlanActivityDetail activity, Chart chart) =>
        chart.Date(activity.ScheduledPeriod?.End)
        ?? chart.Date(activity.ScheduledPeriod?.Start)
        ?? chart.Date(activity.ScheduledString);

    /// <summary>True for a planned day that has passed on every reading, so that nothing is pending on it any more.</summary>
    internal static bool IsOver(this Chart chart, PartialDate? planned) => planned is { } day && day.Last < chart.Today;
}
