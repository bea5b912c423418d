using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Finds the grade that pathology wrote: as a result, as a stage of type grade, or failing these in a report.</summary>
internal sealed class GradeReader(Chart chart, TumourFacts tumour)
{
    private static readonly ImmutableArray<(GradeClass Grade, string ConceptId)> Grades =
        [(GradeClass.G1, "grade-low"), (GradeClass.G2, "grade-intermediate"), (GradeClass.G3, "grade-high")];

    internal Fact<GradeClass> Read()
    {
        var readings = chart.ResultsFor("grade-reported").Select(Reading).Concat(FromStages()).ToArray();
        if (readings.OfType<Fact<GradeClass>.Known>().Any())
            return LatestReading.Of(readings, chart.GapsIn([DataNeed.Pathology], "grade-reported"), Highest);
        var narrative = chart.PathologyNarrative()
            .Select(text => OfText(text.Text) is { } grade ? text.Reads(grade) : null)
            .OfType<Fact<GradeClass>>();
        var gaps = chart.GapsIn([DataNeed.Pathology, DataNeed.Conditions, DataNeed.Reports], "grade-reported", "net", "pathology-report");
        return LatestReading.Of([.. readings, .. narrative], gaps, Highest);
    }

    private Fact<GradeClass> Reading(ConceptResult result) =>
        GradeOf(result.Value) is { } grade ? result.Reads(grade) : result.IsUnusable<GradeClass>();

    private GradeClass? GradeOf(IObservationValue value) =>
        OfConcept(value.ValueCodeableConcept)
        ?? OfText(value.ValueString)
        ?? OfNumber(value.ValueInteger ?? value.ValueQuantity?.Value);

    private IEnumerable<Fact<GradeClass>> FromStages()
    {
        foreach (var diagnosis in tumour.PrimaryDiagnoses)
            foreach (var stage in diagnosis.Condition.Stage)
                if (chart.Means("grade-reported", stage.Type) && stage.Summary is { } summary)
                    yield return OfConcept(summary) is { } grade
                        ? Fact.Known(grade, diagnosis.Evidence)
                        : Fact.Unknown<GradeClass>(UnknownReason.Unusable, diagnosis.Evidence);
    }

    private GradeClass? OfConcept(CodeableConcept? concept) =>
        Only(grade => chart.Means(grade, concept)) ?? concept?.Wordings.Select(OfBareNumber).FirstOrDefault(grade => grade is not null);

    private GradeClass? OfText(string? text) => Only(grade => chart.MeansText(grade, text)) ?? OfBareNumber(text);

    private static GradeClass? Only(Func<string, bool> isMeant)
    {
        var meant = Grades.Where(grade => isMeant(grade.ConceptId)).ToArray();
        return meant is [var (grade, _)] ? grade : null;
    }

    private static GradeClass? OfBareNumber(string? text) =>
        text?.Trim().ToUpperInvariant() switch
        {
            "1" or "I" => GradeClass.G1,
            "2" or "II" => GradeClass.G2,
            "3" or "III" => GradeClass.G3,
            _ => null,
        };

    private static GradeClass? OfNumber(decimal? number) =>
        number switch
        {
            1 => GradeClass.G1,
            2 => GradeClass.G2,
            3 => GradeClass.G3,
            _ => null,
        };

    private static Fact<GradeClass> Highest(ImmutableArray<Fact<GradeClass>.Known> readings)
    {
        var highest = readings.Max(reading => reading.Value);
        return LatestReading.Best(readings.Where(reading => reading.Value == highest));
    }
}
