using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>A passage written by a clinician.</summary>
internal sealed record Passage(Resource Source, PartialDate? Date, string Text)
{
    internal Evidence Evidence => new(Source.Self, Date, Confidence.FreeText);
}

/// <summary>Finds what reports, notes and the records of tumour boards tell in words.</summary>
internal static class Narrative
{
    /// <summary>None from the future.</summary>
    internal static IEnumerable<Passage> Passages(this Chart chart) =>
        from passage in All(chart)
        where !string.IsNullOrWhiteSpace(passage.Text) && !chart.IsFuture(passage.Date)
        select new Passage(passage.Source, passage.Date, passage.Text!);

    /// <summary>Whether any passage says it; the latest is the evidence.</summary>
    internal static Fact<bool> Stated(this Chart chart, string conceptId)
    {
        var stated = chart.Passages()
            .Where(passage => chart.MeansText(conceptId, passage.Text))
            .Select(passage => passage.Evidence)
            .Distinct()
            .OrderByDescending(evidence => evidence.Date)
            .ToArray();
        return stated.Length > 0
            ? Fact.Known(true, stated[0])
            : chart.GapsIn([DataNeed.Reports, DataNeed.Procedures, DataNeed.CarePlans, DataNeed.Conditions]).NeverUnlessMissing();
    }

    private static IEnumerable<(Resource Source, PartialDate? Date, string? Text)> All(Chart chart)
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
