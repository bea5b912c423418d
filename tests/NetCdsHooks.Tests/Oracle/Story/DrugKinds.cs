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
        new("sertraline", "rxnorm|36437", DrugGroup.Serotonergic),
        new("levodopa", "atc|N04BA01", DrugGroup.Interfering),
    ];

    /// <summary>Drugs that are only ordered here.</summary>
    private static readonly DrugKind[] Others =
    [
        new("fluorouracil", "atc|L01BC02", DrugGroup.OtherChemotherapy),
        new("etoposide", "rxnorm|4179", DrugGroup.OtherChemotherapy),
        new("pasireotide", "atc|H01CB05", DrugGroup.Pasireotide),
        new("yttrium", "Y-90 DOTATOC", DrugGroup.Yttrium),
        new("adrenaline", "atc|C01CA24|epinephrine", DrugGroup.Sympathomimetic),
        new("ephedrine", "ephedrine 10 mg", DrugGroup.Sympathomimetic),
        new("phenylephrine", "atc|C01CA06|phenylephrine", DrugGroup.Other),
        new("phenylephrine", "atc|C01CA06", DrugGroup.Other),
        new("everolimus for a transplant", "atc|L04AH02", DrugGroup.Other),
        new("lutetium PSMA", "atc|V10XX05", DrugGroup.Other),
    ];

    internal static DrugKind[] Orderable { get; } = [.. All.Where(kind => kind.Group is not (DrugGroup.Ppi or DrugGroup.Serotonergic or DrugGroup.Interfering)), .. Others];

    internal static DrugKind[] Of(params DrugGroup[] groups) => [.. All.Concat(Others).Where(kind => groups.Contains(kind.Group))];
}
