using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>A passage written by a clinician; free text unless it is the wording beside a code or the value of a coded result.</summary>
internal sealed record Passage(string Text, Evidence Evidence);

/// <summary>Finds what reports, notes and the records of tumour boards tell in words.</summary>
internal static class Narrative
{
    /// <summary>None from the future.</summary>
    internal static IEnumerable<Passage> Passages(this Chart chart) =>
        from passage in All(chart)
        where !string.IsNullOrWhiteSpace(passage.Text) && !chart.IsFuture(passage.Date)
        select new Passage(passage.Text!, new(passage.Source.Self, passage.Date, passage.Trust));

    /// <summary>Whether any passage says it; of the most trusted ones the latest is the evidence.</summary>
    internal static Fact<bool> Stated(this Chart chart, string conceptId)
    {
        var stated = chart.Passages()
            .Where(passage => chart.MeansText(conceptId, passage.Text))
            .Select(passage => passage.Evidence)
            .Distinct()
            .OrderByDescending(evidence => evidence.Confidence).ThenByDescending(evidence => evidence.Date)
            .ToArray();
        return stated.Length > 0
            ? Fact.Known(true, stated[0])
            : chart.GapsIn([DataNeed.Reports, DataNeed.Procedures, DataNeed.CarePlans, DataNeed.Conditions]).NeverUnlessMissing();
    }

    private static IEnumerable<(Resource Source, PartialDate? Date, string? Text, Confidence Trust)> All(Chart chart)
    {
        foreach (var report in chart.Record.All<DiagnosticReport>().Where(report => report.Counts()))
            yield return (report, report.ClinicalDate(chart), report.Conclusion, Confidence.FreeText);
        foreach (var condition in chart.Record.All<Condition>().Where(condition => condition.IsConfirmed()))
        {
            yield return (condition, condition.ClinicalDate(chart), condition.Code?.Text, Beside(condition.Code));
            foreach (var text in Texts(condition.Note))
                yield return (condition, condition.ClinicalDate(chart), text, Confidence.FreeText);
        }

        foreach (var observation in chart.Record.All<Observation>().Where(observation => observation.Counts()))
        {
            yield return (observation, observation.ClinicalDate(chart), observation.ValueString, Beside(observation.Code));
            foreach (var text in Texts(observation.Note))
                yield return (observation, observation.ClinicalDate(chart), text, Confidence.FreeText);
        }

        foreach (var procedure in chart.Record.All<Procedure>().Where(procedure => procedure.IsDone()))
            foreach (var text in Texts(procedure.Note).Append(procedure.Outcome?.Wording))
                yield return (procedure, procedure.ClinicalDate(chart), text, Confidence.FreeText);
        foreach (var plan in chart.Record.All<CarePlan>().Where(plan => plan.Counts()))
            foreach (var text in Texts(plan.Note).Append(plan.Description).Concat(plan.Activity.Select(activity => activity.Detail?.Description)))
                yield return (plan, plan.ClinicalDate(chart), text, Confidence.FreeText);
    }

    private static Confidence Beside(CodeableConcept? code) => code is { IsCoded: true } ? Confidence.Coded : Confidence.FreeText;

    private static IEnumerable<string?> Texts(IEnumerable<Annotation> notes) => notes.Select(note => note.Text);
}
