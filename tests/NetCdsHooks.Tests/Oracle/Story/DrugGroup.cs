namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>What a drug is to the rules.</summary>
internal enum DrugGroup
{
    Other,
    Lanreotide,
    OctreotideDepot,
    OctreotideShort,
    Everolimus,
    Sunitinib,
    Cabozantinib,
    Belzutifan,
    Telotristat,
    Platinum,
    OtherChemotherapy,
    Radionuclide,
    Ppi,
    Opioid,
    Serotonergic,
    Interfering,
    Pasireotide,
    Yttrium,
    Sympathomimetic,
}
