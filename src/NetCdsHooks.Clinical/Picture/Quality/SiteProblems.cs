using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Finds diagnoses that contradict each other about where the tumour began.</summary>
internal sealed class SiteProblems(Chart chart)
{
    internal IEnumerable<QualityProblem> Find(Fact<PrimarySite> site)
    {
        var diagnoses = chart.Record.All<Condition>()
            .Where(condition => condition.Counts() && !condition.IsProvisional() && IsActive(condition) && chart.Means("net", condition.Code))
            .ToList();
        var sites = SiteConcepts.All.Where(place => diagnoses.Any(condition => chart.Means(SiteConcepts.Of(place), condition.Code))).ToList();
        if (sites.Count > 1)
            yield return new(
                $"active diagnoses name different primary sites ({string.Join(", ", sites.Select(SiteConcepts.NameOf))})",
                [.. diagnoses.Select(condition => new Evidence(condition.Self, condition.ClinicalDate(chart)))]);
        else if (site.WhyUnknown == UnknownReason.Conflicting)
            yield return new("the record names different primary sites", site.Evidence);
    }

    private static bool IsActive(Condition condition) =>
        condition.ClinicalStatus is not { IsCoded: true } status
        || status.Coding.Any(coding => coding.Code is "active" or "recurrence" or "relapse");
}
