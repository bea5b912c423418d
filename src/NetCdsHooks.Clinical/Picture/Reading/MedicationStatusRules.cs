using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Which statuses of medication resources count as what, and the days that count for them.</summary>
internal static class MedicationStatusRules
{
    internal static TherapyState State(this MedicationUse use) => use switch
    {
        MedicationRequest { Intent: "proposal" or "option" } => TherapyState.Ignored,
        MedicationRequest request => request.Status switch
        {
            "active" => TherapyState.Active,
            "on-hold" => TherapyState.Paused,
            "completed" or "stopped" => TherapyState.Past,
            _ => TherapyState.Ignored,
        },
        MedicationStatement statement => statement.Status switch
        {
            "active" => TherapyState.Active,
            "intended" => TherapyState.Planned,
            "on-hold" => TherapyState.Paused,
            "completed" or "stopped" => TherapyState.Past,
            "not-taken" => TherapyState.NotTaken,
            _ => TherapyState.Ignored,
        },
        MedicationAdministration { Status: "completed" or "in-progress" } => TherapyState.DoseGiven,
        _ => TherapyState.Ignored,
    };

    /// <summary>When it was ordered, stated or given: the day that evidence shows.</summary>
    internal static PartialDate? ClinicalDate(this MedicationUse use, Chart chart) => use switch
    {
        MedicationRequest request => chart.Date(request.AuthoredOn) ?? use.Start(chart),
        MedicationStatement statement =>
            chart.Date(statement.EffectivePeriod?.End) ?? chart.Date(statement.EffectiveDateTime) ?? chart.Date(statement.EffectivePeriod?.Start),
        MedicationAdministration given =>
            chart.Date(given.EffectivePeriod?.End) ?? chart.Date(given.EffectiveDateTime) ?? chart.Date(given.EffectivePeriod?.Start),
        _ => null,
    };

    /// <summary>First day of the therapy, null when not recorded.</summary>
    internal static PartialDate? Start(this MedicationUse use, Chart chart) => use switch
    {
        MedicationRequest request =>
            chart.Date(FirstEvent(request)) ?? chart.Date(request.DispenseRequest?.ValidityPeriod?.Start) ?? chart.Date(request.AuthoredOn),
        MedicationStatement statement => chart.Date(statement.EffectivePeriod?.Start) ?? chart.Date(statement.EffectiveDateTime),
        _ => use.ClinicalDate(chart),
    };

    /// <summary>Last day of the therapy, null when it has none or none is recorded.</summary>
    internal static PartialDate? End(this MedicationUse use, Chart chart) => use switch
    {
        MedicationRequest request => chart.Date(request.DispenseRequest?.ValidityPeriod?.End) ?? chart.Date(LastBound(request)),
        MedicationStatement statement => chart.Date(statement.EffectivePeriod?.End),
        _ => use.ClinicalDate(chart),
    };

    private static string? FirstEvent(MedicationRequest request) =>
        request.DosageInstruction
            .Select(dosage => dosage.Timing?.Event.FirstOrDefault() ?? dosage.Timing?.Repeat?.BoundsPeriod?.Start)
            .FirstOrDefault(text => text is not null);

    private static string? LastBound(MedicationRequest request) =>
        request.DosageInstruction.Select(dosage => dosage.Timing?.Repeat?.BoundsPeriod?.End).FirstOrDefault(text => text is not null);
}
