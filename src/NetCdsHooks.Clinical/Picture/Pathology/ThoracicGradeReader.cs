using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>
/// In lung and thymus the class is typical (as G1) or atypical carcinoid (as G2), from code, text or mitoses; Ki-67 does not tell it.
/// </summary>
internal sealed class ThoracicGradeReader(Chart chart, TumourFacts tumour)
{
    private static readonly ImmutableArray<(GradeClass Grade, string ConceptId)> Types =
        [(GradeClass.G1, "thoracic-typical"), (GradeClass.G2, "thoracic-atypical")];

    internal Fact<GradeClass> Read(Fact<Interval<decimal>> mitoses)
    {
        var stated = Stated().ToImmutableArray();
        if (!stated.IsEmpty)
            return LatestReading.Agree(stated);
        return mitoses is Fact<Interval<decimal>>.Known
            ? mitoses.Select(GradeRules.OfThoracicMitoses)
            : chart.GapsIn([DataNeed.Conditions, DataNeed.Pathology, DataNeed.Reports], "net", "tumour-morphology", "mitoses-unspecified", "pathology-report")
                .NotRecordedUnlessMissing<GradeClass>();
    }

    private IEnumerable<Fact<GradeClass>.Known> Stated() =>
        from type in Types
        from evidence in tumour.PrimaryDiagnoses
            .Where(diagnosis => chart.Means(type.ConceptId, diagnosis.Meaning))
            .Select(diagnosis => diagnosis.Evidence)
            .Concat(chart.ResultsFor("tumour-morphology")
                .Where(result => chart.ValueMeans(type.ConceptId, result.Value))
                .Select(result => result.Evidence))
            .Concat(chart.PathologyNarrative()
                .Where(text => chart.MeansText(type.ConceptId, text.Text))
                .Select(text => text.Evidence))
        select new Fact<GradeClass>.Known(type.Grade) { Evidence = [evidence] };
}
