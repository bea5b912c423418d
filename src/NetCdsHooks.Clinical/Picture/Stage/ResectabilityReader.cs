using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Finds a statement, in a report, a note or the record of a tumour board, that the tumour cannot be resected.</summary>
internal sealed class ResectabilityReader(Chart chart)
{
    internal Fact<bool> Unresectable()
    {
        var stated = Narrative()
            .Where(item => !chart.IsFuture(item.Date) && chart.MeansText("unresectable", item.Text))
            .Select(item => new Evidence(item.Source.Self, item.Date, Confidence.FreeText))
            .Distinct()
            .OrderByDescending(evidence => evidence.Date)
            .ToArray();
        return stated.Length > 0
            ? Fact.Known(true, stated[0])
            : chart.GapsIn([DataNeed.Reports, DataNeed.Procedures, DataNeed.CarePlans, DataNeed.Conditions]).NeverUnlessMissing();
    }

    private IEnumerable<(Resource Source, PartialDate? Date, string? Text)> Narrative()
    {
        foreach (var report in chart.Record.All<DiagnosticReport>().Where(report => report.Counts()))
            yield return (report, report.ClinicalDate(chart), report.Conclusion);
        foreach (var condition in chart.Record.All<Condition>().Where(condition => condition.IsConfirmed()))
            foreach (var text in Texts(condition.Note).Append(condition.Code?.Text))
                yield return (condition, condition.ClinicalDate(chart), text);
        foreach (var observation in chart.Record.All<Observation>().Where(observation => observation.Counts()))
            foreach (var text in Texts(observation.Note).Append(observation.ValueString))
                yield return (observation, observation.ClinicalDate(chart), text);
        foreach (var procedure in chart.Record.All<Procedure>().Where(procedure => procedure.IsDone()))
            foreach (var text in Texts(procedure.Note).Append(procedure.Outcome?.Wording))
                yield return (procedure, procedure.ClinicalDate(chart), text);
        foreach (var plan in chart.Record.All<CarePlan>().Where(plan => plan.Counts()))
            foreach (var text in Texts(plan.Note).Append(plan.Description).Concat(plan.Activity.Select(activity => activity.Detail?.Description)))
                yield return (plan, plan.ClinicalDate(chart), text);
    }

    private static IEnumerable<string?> Texts(IEnumerable<Annotation> notes) => notes.Select(note => note.Text);
}
