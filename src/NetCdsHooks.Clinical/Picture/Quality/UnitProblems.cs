using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Finds numbers that cannot be read, or in units that cannot be used or contradict themselves.</summary>
internal sealed class UnitProblems(Chart chart)
{
    private const string TwoUnits = "has two different units; the coded one was used";

    private static readonly ImmutableArray<(string What, ImmutableArray<Analyte> Analytes)> Markers =
    [
        ("the chromogranin A", [Analyte.ChromograninA]),
        ("the 5-HIAA", [Analyte.FiveHiaaExcretion, Analyte.FiveHiaaConcentration, Analyte.FiveHiaaRatio, Analyte.FiveHiaaRandom, Analyte.FiveHiaaPlasma]),
        ("the NT-proBNP", [LaboratoryTests.NtProBnp]),
    ];

    internal IEnumerable<QualityProblem> Find()
    {
        var sizes = new SizeReader(chart);
        foreach (var observation in chart.Record.All<Observation>().Where(observation => observation.Counts()))
        {
            if (SizeProblem([.. sizes.ValuesOf(observation)]) is { } problem)
                yield return Problem("the tumour size", observation, problem);
            foreach (var (what, analytes) in Markers)
                if (MarkerProblem(observation, analytes) is { } found)
                    yield return Problem(what, observation, found);
        }
    }

    private static string? SizeProblem(ImmutableArray<IObservationValue> values) =>
        values.Any(value => !LengthReader.HasUsableUnit(value)) ? "is not in mm or cm"
        : values.Any(LengthReader.IsUnreadable) ? "could not be read in mm or cm"
        : values.SelectMany(Quantities).Any(Units.Disagree) ? TwoUnits
        : null;

    private string? MarkerProblem(Observation observation, ImmutableArray<Analyte> analytes) => new IObservationValue[] { observation }
        .Concat(observation.Component)
        .SelectMany(value => analytes.Where(analyte => chart.Means(analyte.ConceptId, value.Code)).Select(analyte => MarkerProblem(value, analyte, observation)))
        .FirstOrDefault(problem => problem is not null);

    private static string? MarkerProblem(IObservationValue value, Analyte analyte, Observation observation)
    {
        if (RecordedNumber.Of(value) is not { } number)
            return IsUnreadable(value, analyte, observation) ? "could not be read" : null;
        if (!number.IsUcum || !number.Unit!.Contains('/', StringComparison.Ordinal) || (!analyte.Takes(number.Unit!) && !IsJudged(value, number, analyte, observation)))
            return "is not in a unit that is known";
        return Quantities(value).Any(quantity => Units.Disagree(quantity) && !analyte.AreAlike(quantity.Code!, quantity.Unit!)) ? TwoUnits : null;
    }

    /// <summary>Numbers and words that are none; a coded result, or one that says why it has no value, is left alone.</summary>
    private static bool IsUnreadable(IObservationValue value, Analyte analyte, Observation observation) =>
        value.ValueQuantity?.Value is not null || value.ValueRange is not null || value.ValueInteger is not null
        || (value.ValueString is { } text && !string.IsNullOrWhiteSpace(text) && !NotMeasured.Says(text) && !IsJudged(value, null, analyte, observation));

    /// <summary>Whether the laboratory itself says that the value is high or not.</summary>
    private static bool IsJudged(IObservationValue value, RecordedNumber? number, Analyte analyte, Observation observation) =>
        Elevation.Of(value, number, analyte, new(observation.Self, null)).WhyUnknown is null;

    private static IEnumerable<Quantity> Quantities(IObservationValue value) =>
        new[] { value.ValueQuantity, value.ValueRange?.Low, value.ValueRange?.High }.OfType<Quantity>();

    private QualityProblem Problem(string what, Observation observation, string problem) =>
        new($"{what} in {observation.Self} {problem}", [new(observation.Self, observation.ClinicalDate(chart))]);
}
