using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Finds hormone syndromes in active, confirmed diagnoses and in results that tell the function of the tumour.</summary>
internal sealed class SyndromeReader(Chart chart)
{
    private static readonly ImmutableArray<(Syndrome Syndrome, string ConceptId)> Syndromes =
    [
        (Syndrome.Carcinoid, "carcinoid-syndrome"),
        (Syndrome.Insulinoma, "insulinoma"),
        (Syndrome.Gastrinoma, "gastrinoma"),
        (Syndrome.Glucagonoma, "glucagonoma"),
        (Syndrome.Vipoma, "vipoma"),
        (Syndrome.Somatostatinoma, "somatostatinoma"),
        (Syndrome.EctopicActh, "ectopic-acth"),
        (Syndrome.Unspecified, "functional-unspecified"),
    ];

    internal static ImmutableArray<string> ConceptIds { get; } = [.. Syndromes.Select(syndrome => syndrome.ConceptId)];

    /// <summary>Unspecified only where no syndrome is named.</summary>
    internal ImmutableArray<(Syndrome Syndrome, Evidence Evidence)> Found => field.IsDefault ? field = Find() : field;

    internal Gaps Gaps => chart.GapsIn([DataNeed.Conditions], [.. ConceptIds, "net"]);

    /// <summary>Syndromes that a diagnosis names as possible.</summary>
    internal IEnumerable<(Syndrome Syndrome, Evidence Evidence)> Suspected => FromConditions(condition => condition.IsProvisional());

    private ImmutableArray<(Syndrome Syndrome, Evidence Evidence)> Find()
    {
        (Syndrome Syndrome, Evidence Evidence)[] all = [.. FromConditions(condition => condition.IsConfirmed()), .. FromResults()];
        var named = all.Where(found => found.Syndrome != Syndrome.Unspecified).ToArray();
        return [.. named.Length > 0 ? named : all];
    }

    private IEnumerable<(Syndrome Syndrome, Evidence Evidence)> FromConditions(Func<Condition, bool> accept)
    {
        foreach (var condition in chart.Record.All<Condition>())
        {
            if (!condition.Counts() || !accept(condition) || !condition.IsActive())
                continue;
            var meaning = NetDiagnosis.MeaningOf(condition);
            foreach (var (syndrome, conceptId) in Syndromes)
                if (chart.Match(conceptId, meaning) is var match && match != ConceptMatch.No)
                    yield return (syndrome, new(condition.Self, condition.ClinicalDate(chart), match.ConfidenceOfName(meaning)));
        }
    }

    private IEnumerable<(Syndrome Syndrome, Evidence Evidence)> FromResults() =>
        from result in chart.ResultsFor("functional-status")
        from syndrome in Syndromes
        where chart.ValueMeans(syndrome.ConceptId, result.Value)
        select (syndrome.Syndrome, result.Evidence);
}
