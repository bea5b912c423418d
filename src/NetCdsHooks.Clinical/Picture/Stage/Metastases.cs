using System.Collections.Immutable;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>The concepts that tell where a tumour has spread.</summary>
internal static class Metastases
{
    /// <summary>Diagnoses of spread, by site.</summary>
    internal static ImmutableArray<(MetastasisSite Site, string ConceptId)> Diagnoses { get; } =
    [
        (MetastasisSite.Liver, "metastasis-liver"),
        (MetastasisSite.Bone, "metastasis-bone"),
        (MetastasisSite.Lung, "metastasis-lung"),
        (MetastasisSite.Peritoneum, "metastasis-peritoneum"),
        (MetastasisSite.Brain, "metastasis-brain"),
        (MetastasisSite.DistantNodes, "metastasis-distant-nodes"),
        (MetastasisSite.Other, "metastasis-other"),
        (MetastasisSite.Unspecified, "metastasis-unspecified"),
    ];

    /// <summary>Organs as the value of "site of metastasis" names them.</summary>
    internal static ImmutableArray<(MetastasisSite Site, string ConceptId)> Organs { get; } =
    [
        (MetastasisSite.Liver, "metastasis-in-liver"),
        (MetastasisSite.Bone, "metastasis-in-bone"),
        (MetastasisSite.Lung, "metastasis-in-lung"),
        (MetastasisSite.Peritoneum, "metastasis-in-peritoneum"),
        (MetastasisSite.Brain, "metastasis-in-brain"),
        (MetastasisSite.DistantNodes, "metastasis-in-nodes"),
    ];

    /// <summary>A code of spread, or, of a diagnosis in words alone, words of spread.</summary>
    internal static bool Names(Chart chart, CodeableConcept meaning, ConceptMatch net)
    {
        foreach (var (_, conceptId) in Diagnoses)
            if (chart.Match(conceptId, meaning) is var match && (match == ConceptMatch.ByCode || (match == ConceptMatch.ByText && net == match)))
                return true;
        return false;
    }
}
