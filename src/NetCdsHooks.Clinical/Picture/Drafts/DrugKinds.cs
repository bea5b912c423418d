using System.Collections.Immutable;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Sorts the order of a drug by what cards ask about.</summary>
internal static class DrugKinds
{
    internal static ImmutableArray<(PendingOrder Kind, string ConceptId)> ByConcept { get; } =
    [
        (PendingOrder.Pasireotide, "pasireotide"),
        (PendingOrder.Everolimus, "everolimus"),
        (PendingOrder.Sunitinib, "sunitinib"),
        (PendingOrder.Cabozantinib, "cabozantinib"),
        (PendingOrder.Belzutifan, "belzutifan"),
        (PendingOrder.Telotristat, "telotristat"),
        (PendingOrder.Chemotherapy, "chemotherapy"),
        (PendingOrder.Chemotherapy, "platinum"),
        (PendingOrder.Platinum, "platinum"),
        (PendingOrder.Prrt, "prrt"),
        (PendingOrder.YttriumPrrt, "yttrium-dotatoc"),
        (PendingOrder.HistamineReleasing, "histamine-releasing"),
        (PendingOrder.Sympathomimetic, "sympathomimetic"),
    ];

    private static readonly ImmutableArray<string> Analogues = ["lanreotide", "octreotide"];

    /// <summary>What the lists call a drug that comes without words; null when none holds it.</summary>
    internal static string? LabelOf(CodeableConcept drug, Chart chart) =>
        ByConcept.Select(entry => entry.ConceptId).Concat(Analogues)
            .Where(id => chart.Means(id, drug))
            .Select(chart.Concept)
            .Select(concept => concept.Codes.FirstOrDefault(known => drug.Coding.Any(code => (code.System, code.Code) == (known.System, known.Code)))?.Display
                ?? concept.Title)
            .FirstOrDefault();

    internal static ImmutableHashSet<PendingOrder> Of(DrugUse use, Chart chart)
    {
        var kinds = ImmutableHashSet.CreateBuilder<PendingOrder>();
        foreach (var (kind, conceptId) in ByConcept)
            if (chart.Means(conceptId, use.Drug))
                kinds.Add(kind);
        if (chart.Drugs.IsLongActingAnalogue(use))
        {
            kinds.Add(PendingOrder.LongActingSsa);
            kinds.Add(chart.Means("lanreotide", use.Drug) ? PendingOrder.Lanreotide : PendingOrder.LongActingOctreotide);
        }
        else if (chart.Means("octreotide", use.Drug))
            kinds.Add(PendingOrder.ShortActingOctreotide);
        return kinds.ToImmutable();
    }
}
