namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>Drugs.</summary>
internal static class DrugKinds
{
    internal static DrugKind[] All { get; } =
    [
        new("lanreotide", "atc|H01CB03", DrugGroup.Lanreotide),
        new("Sandostatin LAR", "atc|H01CB02|octreotide LAR 30 mg", DrugGroup.OctreotideDepot),
        new("octreotide", "atc|H01CB02|octreotide 100 microgram", DrugGroup.OctreotideShort),
        new("everolimus", "atc|L01EG02", DrugGroup.Everolimus),
        new("sunitinib", "atc|L01EX01", DrugGroup.Sunitinib),
        new("cisplatin", "atc|L01XA01", DrugGroup.Platinum),
        new("carboplatin", "rxnorm|40048", DrugGroup.Platinum),
        new("temozolomide", "atc|L01AX03", DrugGroup.OtherChemotherapy),
        new("omeprazole", "rxnorm|7646", DrugGroup.Ppi),
        new("amlodipine", "atc|C08CA01", DrugGroup.Other),
    ];

    internal static DrugKind[] Of(params DrugGroup[] groups) => [.. All.Where(kind => groups.Contains(kind.Group))];
}
