using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Finds what stands where a stage is recorded and tells none.</summary>
internal sealed class StageProblems(Chart chart, TumourFacts tumour)
{
    private static readonly (string ConceptId, char? Letter)[] Elements =
        [("stage-group", null), ("t-category", 'T'), ("n-category", 'N'), ("m-category", 'M')];

    internal IEnumerable<QualityProblem> Find() => InResults().Concat(InDiagnoses());

    private IEnumerable<QualityProblem> InResults() =>
        from observation in Elements
            .SelectMany(element => chart.ResultsFor(element.ConceptId).Where(result => IsUnreadable(result.Value, element.Letter)))
            .Select(result => result.Source).Distinct()
        select Problem(observation, observation.ClinicalDate(chart));

    private IEnumerable<QualityProblem> InDiagnoses() =>
        from diagnosis in tumour.PrimaryDiagnoses
        where diagnosis.Condition.Stage.Any(IsUnreadable)
        select Problem(diagnosis.Condition, diagnosis.Evidence.Date);

    private static bool IsUnreadable(IObservationValue value, char? letter)
    {
        if (!value.HasValue())
            return false;
        string[] told =
        [
            .. value.Wordings(),
            .. value.ValueCodeableConcept?.Coding.Select(coding => coding.Code).OfType<string>() ?? [],
            .. value.ValueInteger is { } number ? [$"{number}"] : Array.Empty<string>(),
        ];
        return !Array.Exists(told, text => SaysNone(text) || !TnmParser.Parse(text).SaysNothing || (letter is { } known && TnmParser.ParseCategory(text, known) is not null));
    }

    /// <summary>A grade often stands among the stages; it is read elsewhere.</summary>
    private bool IsUnreadable(ConditionStage stage) =>
        !chart.Means("grade-reported", stage.Type)
        && stage.Summary?.Wordings.ToArray() is { Length: > 0 } wordings
        && !Array.Exists(wordings, wording => SaysNone(wording) || SaysGrade(wording) || !TnmParser.Parse(wording).SaysNothing);

    private bool SaysGrade(string wording) =>
        new[] { "grade-reported", "grade-low", "grade-intermediate", "grade-high" }.Any(conceptId => chart.MeansText(conceptId, wording));

    private static bool SaysNone(string text) =>
        string.IsNullOrWhiteSpace(text) || NotMeasured.Says(text) || text.Contains("unknown", StringComparison.OrdinalIgnoreCase)
        || text.Contains("not applicable", StringComparison.OrdinalIgnoreCase) || text.Contains("cannot be", StringComparison.OrdinalIgnoreCase);

    private static QualityProblem Problem(Resource source, PartialDate? date) =>
        new($"the stage in {source.Self} could not be read", [new(source.Self, date)]);
}
