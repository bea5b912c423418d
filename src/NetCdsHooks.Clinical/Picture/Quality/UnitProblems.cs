using NetCdsHooks.Clinical.Fhir;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Finds numbers in units that cannot be read.</summary>
internal sealed class UnitProblems(Chart chart)
{
    internal IEnumerable<QualityProblem> Find()
    {
        var sizes = new SizeReader(chart);
        foreach (var observation in chart.Record.All<Observation>().Where(observation => observation.Counts()))
        {
            if (sizes.ValuesOf(observation).Any(value => !LengthReader.HasUsableUnit(value)))
                yield return Problem("the tumour size", observation, "mm or cm");
            if (observation.ValueQuantity is not { Value: not null } quantity)
                continue;
            if (chart.Means("chromogranin-a", observation.Code) && !IsKnown(quantity))
                yield return Problem("the chromogranin A", observation, "a unit that is known");
            else if (ObservationConcepts.FiveHiaa.Any(id => chart.Means(id, observation.Code)) && !IsKnown(quantity))
                yield return Problem("the 5-HIAA", observation, "a unit that is known");
        }
    }

    /// <summary>A marker is an amount per volume, per day or per creatinine.</summary>
    private static bool IsKnown(Quantity quantity) => Units.Of(quantity)?.Contains('/', StringComparison.Ordinal) == true;

    private QualityProblem Problem(string what, Observation observation, string accepted) =>
        new($"{what} in {observation.Self} is not in {accepted}", [new(observation.Self, observation.ClinicalDate(chart))]);
}
