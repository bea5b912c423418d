using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>The day on which a resource says that something was so.</summary>
internal static class ClinicalDates
{
    internal static PartialDate? ClinicalDate(this Observation observation, Chart chart) =>
        chart.Date(observation.EffectiveDateTime)
        ?? chart.Date(observation.EffectivePeriod?.End) ?? chart.Date(observation.EffectivePeriod?.Start)
        ?? chart.Date(observation.EffectiveInstant) ?? chart.Date(observation.Issued);

    internal static PartialDate? ClinicalDate(this DiagnosticReport report, Chart chart) =>
        chart.Date(report.EffectiveDateTime)
        ?? chart.Date(report.EffectivePeriod?.End) ?? chart.Date(report.EffectivePeriod?.Start)
        ?? chart.Date(report.Issued);

    internal static PartialDate? ClinicalDate(this Condition condition, Chart chart) =>
        chart.Date(condition.OnsetDateTime) ?? chart.Date(condition.OnsetPeriod?.Start) ?? chart.Date(condition.RecordedDate);
}
