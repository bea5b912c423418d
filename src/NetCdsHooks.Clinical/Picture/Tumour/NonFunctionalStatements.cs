using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>
/// Finds explicit statements that the tumour makes no hormones. A morphology code such as 8150/3 is none, whatever its display says.
/// </summary>
internal sealed class NonFunctionalStatements(Chart chart, TumourFacts tumour)
{
    internal static Gaps GapsIn(Chart chart) =>
        chart.GapsIn([DataNeed.Pathology, DataNeed.Status, DataNeed.Reports], "functional-status", "tumour-morphology", "pathology-report");

    internal IEnumerable<Evidence> Find() =>
        FromDiagnoses()
            .Concat(FromResults())
            .Concat(chart.PathologyNarrative().Where(text => Says(text.Text)).Select(text => text.Evidence));

    private IEnumerable<Evidence> FromDiagnoses()
    {
        foreach (var diagnosis in tumour.Diagnoses.Where(diagnosis => !diagnosis.Condition.IsProvisional()))
        {
            if (Says(diagnosis.Condition.Code))
                yield return diagnosis.Evidence;
            if (diagnosis.Condition.Note.Any(note => Says(note.Text)))
                yield return diagnosis.Evidence with { Confidence = Confidence.FreeText };
        }
    }

    private IEnumerable<Evidence> FromResults() =>
        from conceptId in new[] { "functional-status", "tumour-morphology", "grade-reported" }
        from result in chart.ResultsFor(conceptId)
        where Says(result.Value.ValueString) || Says(result.Value.ValueCodeableConcept)
        select result.Evidence;

    private bool Says(CodeableConcept? concept) =>
        Says(concept?.Text) || (concept?.Coding.Any(coding => !IsMorphology(coding) && Says(coding.Display)) is true);

    private bool Says(string? text) => chart.MeansText("non-functional", text);

    private static bool IsMorphology(Coding coding) => coding.Code?.Contains('/', StringComparison.Ordinal) is true;
}
