using System.Collections.Immutable;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Sorts the order of a drug by what cards ask about.</summary>
internal static class DrugKinds
{
    internal static ImmutableArray<(OrderKind Kind, string ConceptId)> ByConcept { get; } =
    [
        (OrderKind.Pasireotide, "pasireotide"),
        (OrderKind.Everolimus, "everolimus"),
        (OrderKind.Sunitinib, "sunitinib"),
        (OrderKind.Cabozantinib, "cabozantinib"),
        (OrderKind.Belzutifan, "belzutifan"),
        (OrderKind.Telotristat, "telotristat"),
        (OrderKind.Chemotherapy, "chemotherapy"),
        (OrderKind.Chemotherapy, "platinum"),
        (OrderKind.Platinum, "platinum"),
        (OrderKind.Prrt, "prrt"),
        (OrderKind.YttriumPrrt, "yttrium-dotatoc"),
        (OrderKind.HistamineReleasing, "histamine-releasing"),
        (OrderKind.Sympathomimetic, "sympathomimetic"),
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

    internal static ImmutableHashSet<OrderKind> Of(DrugUse use, Chart chart)
    {
        var kinds = ImmutableHashSet.CreateBuilder<OrderKind>();
        foreach (var (kind, conceptId) in ByConcept)
            if (chart.Means(conceptId, use.Drug))
                kinds.Add(kind);
        if (chart.Drugs.IsLongActingAnalogue(use))
        {
            kinds.Add(OrderKind.LongActingSsa);
            kinds.Add(chart.Means("lanreotide", use.Drug) ? OrderKind.Lanreotide : OrderKind.LongActingOctreotide);
        }
        else if (chart.Means("octreotide", use.Drug))
            kinds.Add(OrderKind.ShortActingOctreotide);
        return kinds.ToImmutable();
    }
}
