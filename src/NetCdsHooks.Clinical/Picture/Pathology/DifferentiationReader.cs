using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>
/// Collects what codes of the diagnosis, pathology results and pathology reports say of differentiation. The wording of a diagnosis
/// is not asked: it repeats the display of its code. Statements that differ exclude each other.
/// </summary>
internal sealed class DifferentiationReader(Chart chart, TumourFacts tumour)
{
    private const string Well = "well-differentiated";
    private const string Poor = "poorly-differentiated";

    /// <summary>What says by its code that the tumour is a poorly differentiated carcinoma.</summary>
    internal ImmutableArray<Evidence> CarcinomaByCode =>
        field.IsDefault
            ? field =
            [
                .. FromCodes()
                    .Concat(chart.ResultsFor("tumour-morphology").SelectMany(result => ByCode(result.Value.ValueCodeableConcept, result.Evidence)))
                    .Where(reading => reading.Value == Differentiation.Poor)
                    .SelectMany(reading => reading.Evidence),
            ]
            : field;

    internal Fact<Differentiation> Read()
    {
        ImmutableArray<Fact<Differentiation>.Known> stated = [.. FromCodes(), .. FromResults(), .. FromNarrative()];
        return stated.IsEmpty
            ? chart.GapsIn([DataNeed.Conditions, DataNeed.Pathology, DataNeed.Reports], "net", "tumour-morphology", "grade-reported", "pathology-report")
                .NotRecordedUnlessMissing<Differentiation>()
            : LatestReading.Agree(stated);
    }

    private IEnumerable<Fact<Differentiation>.Known> FromCodes() =>
        tumour.PrimaryDiagnoses.SelectMany(diagnosis => ByCode(diagnosis.Meaning, diagnosis.Evidence));

    private IEnumerable<Fact<Differentiation>.Known> ByCode(CodeableConcept? code, Evidence evidence)
    {
        var isCarcinoma = chart.Match(Poor, code) == ConceptMatch.ByCode;
        var isStatedWell = isCarcinoma && code!.Wordings.Any(wording => chart.MeansText("stated-well-differentiated", wording));
        if (isCarcinoma && !isStatedWell)
            yield return Stated(Differentiation.Poor, evidence);
        if (isStatedWell || chart.Match(Well, code) == ConceptMatch.ByCode)
            yield return Stated(Differentiation.Well, evidence);
    }

    private IEnumerable<Fact<Differentiation>.Known> FromResults() =>
        from conceptId in new[] { "tumour-morphology", "grade-reported" }
        from result in chart.ResultsFor(conceptId)
        from reading in ByCode(result.Value.ValueCodeableConcept, result.Evidence) is var byCode && byCode.Any()
            ? byCode
            : result.Value.Wordings().SelectMany(text => ByText(text, result.Evidence))
        select reading;

    private IEnumerable<Fact<Differentiation>.Known> FromNarrative() =>
        chart.PathologyNarrative().Where(text => SpeaksOfNet(text.Text)).SelectMany(text => ByText(text.Text, text.Evidence));

    private IEnumerable<Fact<Differentiation>.Known> ByText(string text, Evidence evidence)
    {
        if (chart.MeansText(Poor, text))
            yield return Stated(Differentiation.Poor, evidence);
        if (chart.MeansText(Well, text))
            yield return Stated(Differentiation.Well, evidence);
    }

    /// <summary>Reports on other tissue may call another tumour poorly differentiated.</summary>
    private bool SpeaksOfNet(string text) =>
        chart.MeansText("net", text)
        || chart.MeansText("ki67", text)
        || text.Contains("neuroendocrine", StringComparison.OrdinalIgnoreCase)
        || text.Contains("NEC", StringComparison.Ordinal);

    private static Fact<Differentiation>.Known Stated(Differentiation value, Evidence evidence) => new(value) { Evidence = [evidence] };
}
