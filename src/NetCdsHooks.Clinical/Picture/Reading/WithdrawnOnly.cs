using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Finds what is recorded only by entries that were marked as entered in error; nothing where a good one may be out of sight.</summary>
internal sealed class WithdrawnOnly(Chart chart)
{
    private const string EnteredInError = "entered-in-error";

    private static readonly ImmutableArray<(string What, DataNeed Need, ImmutableArray<string> Concepts)> Results =
    [
        ("Ki-67", DataNeed.Pathology, ["ki67"]),
        ("tumour size", DataNeed.Pathology, ObservationConcepts.Size),
        ("chromogranin A", DataNeed.Markers, ["chromogranin-a"]),
        ("5-HIAA", DataNeed.Markers, ObservationConcepts.FiveHiaa),
    ];

    internal IEnumerable<QualityProblem> Find()
    {
        var diagnoses = chart.Record.All<Condition>().Where(condition => chart.Means("net", condition.Code)).ToList();
        if (diagnoses.Count > 0 && diagnoses.All(IsWithdrawn) && !chart.GapsIn([DataNeed.Conditions], "net").Any)
            yield return Problem("neuroendocrine tumour", diagnoses.Select(condition => new Evidence(condition.Self, condition.ClinicalDate(chart))));
        var observations = chart.Record.All<Observation>().ToList();
        foreach (var (what, need, concepts) in Results)
        {
            var found = observations.Where(observation => Speaks(observation, concepts)).ToList();
            if (found.Count > 0 && found.All(observation => observation.Status == EnteredInError) && !chart.GapsIn([need], concepts.AsSpan()).Any)
                yield return Problem(what, found.Select(observation => new Evidence(observation.Self, observation.ClinicalDate(chart))));
        }
    }

    private bool Speaks(Observation observation, ImmutableArray<string> concepts) =>
        concepts.Any(id => chart.Means(id, observation.Code) || observation.Component.Any(component => chart.Means(id, component.Code)));

    private static bool IsWithdrawn(Condition condition) =>
        condition.VerificationStatus is { } status && status.Coding.Any(coding => coding.Code == EnteredInError);

    private static QualityProblem Problem(string what, IEnumerable<Evidence> evidence) =>
        new($"{what} is recorded only by entries marked as entered in error", [.. evidence]);
}
