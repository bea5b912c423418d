using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Finds proliferation values that mean nothing, or that contradict the diagnosis.</summary>
internal sealed class PathologyProblems(Chart chart)
{
    private const decimal HighestNonCarcinoma = 20;

    internal IEnumerable<QualityProblem> Find(Fact<Ki67> ki67, Fact<Differentiation> differentiation)
    {
        var impossible = chart.Record.All<Observation>().Where(observation => observation.Counts() && IsImpossible(observation)).ToList();
        foreach (var problem in impossible.Select(observation => Problem(observation, "is outside 0 to 100 %")))
            yield return problem;
        foreach (var problem in Results(value => Ki67Parser.Parse(value) is { MayBeRatio: true }).Select(observation => Problem(observation, "is below 1 and has no unit")))
            yield return problem;
        foreach (var problem in Results(IsUnreadable).Except(impossible).Select(observation => Problem(observation, "could not be read")))
            yield return problem;
        foreach (var problem in Results(HasTwoUnits).Select(observation => Problem(observation, "has two different units; the coded one was used")))
            yield return problem;
        foreach (var problem in SeveralValues(ki67))
            yield return problem;
        if (differentiation is Fact<Differentiation>.Known { Value: Differentiation.Poor } poor
            && ki67 is Fact<Ki67>.Known known
            && known.Value.Percent.AtMost(HighestNonCarcinoma) == Truth.Yes)
            yield return new(
                $"poorly differentiated carcinoma is recorded with a Ki-67 of 20 % or less ({known.Value.Raw})",
                [.. poor.Evidence, .. ki67.Evidence]);
    }

    private IEnumerable<Observation> Results(Func<IObservationValue, bool> hasProblem) =>
        chart.ResultsFor("ki67").Where(result => hasProblem(result.Value)).Select(result => result.Source).Distinct();

    /// <summary>Those of the results, and that of a report when it is the one that counts.</summary>
    private IEnumerable<QualityProblem> SeveralValues(Fact<Ki67> ki67)
    {
        const string What = "names values of different grades; the first was used";
        var results = Results(value => Ki67Parser.Parse(value) is { IsFirstOfSeveral: true }).Select(observation => Problem(observation, What)).ToList();
        return results.Count == 0 && ki67 is Fact<Ki67>.Known { Value.IsFirstOfSeveral: true, Evidence: [var evidence, ..] }
            ? [new($"the Ki-67 in {evidence.Resource} {What}", [evidence])]
            : results;
    }

    private QualityProblem Problem(Observation observation, string what) =>
        new($"the Ki-67 in {observation.Self} {what}", [new(observation.Self, observation.ClinicalDate(chart))]);

    private static bool HasTwoUnits(IObservationValue value) =>
        new[] { value.ValueQuantity, value.ValueRange?.Low, value.ValueRange?.High }.Any(quantity => quantity is not null && Units.Disagree(quantity));

    /// <summary>A result that says why it has no value is none.</summary>
    private static bool IsUnreadable(IObservationValue value) =>
        value.HasValue() && Ki67Parser.Parse(value) is null && !Ki67Parser.SaysNotMeasured(value);

    private bool IsImpossible(Observation observation) =>
        (chart.Means("ki67", observation.Code) && IsImpossible((IObservationValue)observation))
        || observation.Component.Any(component => chart.Means("ki67", component.Code) && IsImpossible((IObservationValue)component));

    private static bool IsImpossible(IObservationValue value) =>
        new[] { value.ValueQuantity?.Value, value.ValueInteger, value.ValueRange?.Low?.Value, value.ValueRange?.High?.Value }
            .Any(number => number is < 0 or > 100);
}
