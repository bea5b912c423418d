using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>The day that counts for an event.</summary>
internal static class EventDates
{
    internal static PartialDate? ClinicalDate(this Procedure procedure, Chart chart) =>
        chart.Date(procedure.PerformedPeriod?.End) ?? chart.Date(procedure.PerformedDateTime) ?? chart.Date(procedure.PerformedPeriod?.Start);

    internal static PartialDate? ClinicalDate(this ImagingStudy study, Chart chart) => chart.Date(study.Started);
}
