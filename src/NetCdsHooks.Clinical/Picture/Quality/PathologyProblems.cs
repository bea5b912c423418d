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
        foreach (var observation in impossible)
            yield return new(
                $"the Ki-67 in {observation.Self} is outside 0 to 100 %",
                [new(observation.Self, observation.ClinicalDate(chart))]);
        foreach (var observation in chart.ResultsFor("ki67").Where(result => MayBeRatio(result.Value.ValueQuantity)).Select(result => result.Source).Distinct())
            yield return new(
                $"the Ki-67 in {observation.Self} is below 1 and has no unit",
                [new(observation.Self, observation.ClinicalDate(chart))]);
        foreach (var observation in chart.ResultsFor("ki67").Where(result => IsUnreadable(result.Value)).Select(result => result.Source).Distinct().Except(impossible))
            yield return new(
                $"the Ki-67 in {observation.Self} could not be read",
                [new(observation.Self, observation.ClinicalDate(chart))]);
        if (differentiation is Fact<Differentiation>.Known { Value: Differentiation.Poor } poor
            && ki67 is Fact<Ki67>.Known known
            && known.Value.Percent.AtMost(HighestNonCarcinoma) == Truth.Yes)
            yield return new(
                $"poorly differentiated carcinoma is recorded with a Ki-67 of 20 % or less ({known.Value.Raw})",
                [.. poor.Evidence, .. ki67.Evidence]);
    }

    /// <summary>Read as percent, though 0.25 may also stand for a quarter of the cells.</summary>
    private static bool MayBeRatio(Quantity? quantity) =>
        quantity is { Value: > 0 and < 1 } && string.IsNullOrWhiteSpace(quantity.Unit) && string.IsNullOrWhiteSpace(quantity.Code);

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
