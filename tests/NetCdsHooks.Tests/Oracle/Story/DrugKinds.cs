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
        new("cabozantinib", "atc|L01EX07", DrugGroup.Cabozantinib),
        new("belzutifan", "atc|L01XX74", DrugGroup.Belzutifan),
        new("telotristat", "atc|A16AX15", DrugGroup.Telotristat),
        new("morphine", "atc|N02AA01", DrugGroup.Opioid),
        new("Lu-177 dotatate", "atc|V10XX04", DrugGroup.Radionuclide),
        new("amlodipine", "atc|C08CA01", DrugGroup.Other),
    ];

    internal static DrugKind[] Of(params DrugGroup[] groups) => [.. All.Where(kind => groups.Contains(kind.Group))];
}
