using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>The date that a diagnosis, result or report is about, first usable element first; null when it has none.</summary>
internal static class ClinicalDates
{
    /// <summary>The day the specimen was taken comes before the day of the result.</summary>
    internal static PartialDate? ClinicalDate(this Observation observation, Chart chart) =>
        chart.Date(observation.Resolve<Specimen>(observation.Specimen)?.Collection?.CollectedDateTime)
        ?? chart.Date(observation.EffectiveDateTime)
        ?? chart.Date(observation.EffectivePeriod?.End)
        ?? chart.Date(observation.EffectivePeriod?.Start)
        ?? chart.Date(observation.EffectiveInstant)
        ?? chart.Date(observation.Issued);

    internal static PartialDate? ClinicalDate(this DiagnosticReport report, Chart chart) =>
        chart.Date(report.EffectiveDateTime)
        ?? chart.Date(report.EffectivePeriod?.End)
        ?? chart.Date(report.EffectivePeriod?.Start)
        ?? chart.Date(report.Issued);

    internal static PartialDate? ClinicalDate(this Condition condition, Chart chart) => condition.BeganOn(chart) ?? condition.RecordedOn(chart);

    internal static PartialDate? BeganOn(this Condition condition, Chart chart) =>
        chart.Date(condition.OnsetDateTime) ?? chart.Date(condition.OnsetPeriod?.Start);

    internal static PartialDate? RecordedOn(this Condition condition, Chart chart) => chart.Date(condition.RecordedDate);
}
