using System.Collections.Immutable;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Recognises interventions by their names, whether they are planned, ordered or only drafted.</summary>
internal static class InterventionKinds
{
    /// <summary>Those in the abdomen that remove an organ in which a NET begins or to which it spreads.</summary>
    internal static ImmutableArray<string> Resections { get; } =
    [
        "liver-resection",
        .. new[] { PrimarySite.Pancreas, PrimarySite.Duodenum, PrimarySite.SmallIntestine, PrimarySite.Appendix, PrimarySite.Colon, PrimarySite.Rectum, PrimarySite.Stomach }
            .Select(ResectionRoles.ResectionOf).OfType<string>(),
    ];

    private static readonly ImmutableArray<string> Abdominal = ["surgery-abdominal", .. Resections];

    private static readonly ImmutableArray<string> Thoracic = ["resection-lung", "resection-thymus"];

    /// <param name="chart">The meaning of codes.</param>
    /// <param name="name">Code, details and category of the intervention.</param>
    /// <param name="place">The same with the body site.</param>
    internal static ImmutableHashSet<Intervention> InterventionsOf(this Chart chart, CodeableConcept name, CodeableConcept place)
    {
        var kinds = ImmutableHashSet.CreateBuilder<Intervention>();
        var isBiopsy = chart.Means("biopsy", name) || chart.Means("histology-test", name);
        bool Is(string conceptId) => chart.Match(conceptId, name) > (isBiopsy ? ConceptMatch.ByText : ConceptMatch.No);
        var isSurgery = Is("surgery");
        var regions = chart.RegionsOf(place);
        void Add(Intervention kind, bool holds)
        {
            if (holds)
                kinds.Add(kind);
        }

        Add(Intervention.AbdominalSurgery, Abdominal.Any(Is) || (isSurgery && regions.HasFlag(BodyRegions.Abdomen)));
        Add(Intervention.PancreasSurgery, Is("resection-pancreas") || (isSurgery && chart.Means("site-pancreas", place)));
        Add(Intervention.ThoracicSurgery, Thoracic.Any(Is) || (isSurgery && regions.HasFlag(BodyRegions.Chest) && !regions.HasFlag(BodyRegions.Abdomen)));
        Add(Intervention.Surgery, isSurgery || kinds.Count > 0 || Is("resection-endoscopic") || Is("surgery-other"));
        Add(Intervention.LiverBiopsy, isBiopsy && chart.Means("metastasis-in-liver", place));
        Add(Intervention.LiverDirected, chart.Means("liver-directed", name));
        return kinds.ToImmutable();
    }
}
