using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Finds what is recorded as done on a day that has not come yet. Orders and appointments lie ahead by nature.</summary>
internal sealed class FutureDates(Chart chart)
{
    internal IEnumerable<QualityProblem> Find() => chart.Record.All<Resource>().Select(Find).OfType<QualityProblem>();

    private QualityProblem? Find(Resource resource)
    {
        var date = DateOf(resource);
        return date is { } day && chart.IsFuture(day)
            ? new($"{resource.Self} is dated in the future ({day})", [new(resource.Self, day)])
            : null;
    }

    /// <summary>Null for what its status takes out, and for what is still to be done.</summary>
    private PartialDate? DateOf(Resource resource) => resource switch
    {
        Observation observation when observation.Counts() => observation.ClinicalDate(chart),
        DiagnosticReport report when report.Counts() => report.ClinicalDate(chart),
        Condition condition when condition.Counts() => condition.ClinicalDate(chart),
        Procedure procedure when procedure.IsDone() => procedure.ClinicalDate(chart),
        ImagingStudy { Status: "available" } study => chart.Date(study.Started),
        MedicationAdministration { Status: "completed" or "in-progress" } given => given.ClinicalDate(chart),
        _ => null,
    };
}
