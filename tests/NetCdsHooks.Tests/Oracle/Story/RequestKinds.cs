namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>Orders and bookings.</summary>
internal static class RequestKinds
{
    internal static readonly RequestKind CtAbdomen = new("CT", "snomed|77477000", Role.Sectional) { Region = Region.Abdomen, BodySite = "818982008" };
    internal static readonly RequestKind CtChest = new("CT", "snomed|77477000", Role.Sectional) { Region = Region.Chest, BodySite = "816094009" };
    internal static readonly RequestKind Ct = new("CT", "CT", Role.Sectional);
    internal static readonly RequestKind Mri = new("MRI", "snomed|113091000", Role.Sectional);
    internal static readonly RequestKind MriBrain = new("MRI brain", "MRI brain", Role.Sectional) { Region = Region.Other };
    internal static readonly RequestKind Receptor = new("order", "Ga-68 DOTATATE PET/CT", Role.Receptor);
    internal static readonly RequestKind Fdg = new("order", "FDG PET/CT", Role.Fdg);
    internal static readonly RequestKind Eus = new("order", "Endoscopic ultrasound", Role.Eus);
    internal static readonly RequestKind Board = new("order", "NET tumour board review", Role.TumourBoard);
    internal static readonly RequestKind ChromograninA = new("chromogranin A", "loinc|9811-1", Role.Laboratory);
    internal static readonly RequestKind Hiaa = new("5-HIAA", "loinc|1695-6", Role.Laboratory);
    internal static readonly RequestKind Ki67 = new("Ki-67", "loinc|29593-1", Role.Laboratory);
    internal static readonly RequestKind Histology = new("histology", "snomed|252416005", Role.Biopsy);
    internal static readonly RequestKind Synaptophysin = new("stain", "loinc|10514-8", Role.Laboratory);
    internal static readonly RequestKind NtProBnp = new("NT-proBNP", "loinc|33762-6", Role.Laboratory);
    internal static readonly RequestKind Echo = new("echocardiography", "snomed|433236007", Role.Echo);
    internal static readonly RequestKind Glucose = new("glucose", "loinc|2345-7", Role.Laboratory);
    internal static readonly RequestKind Tsh = new("TSH", "loinc|3016-3", Role.Laboratory);
    internal static readonly RequestKind Enolase = new("NSE", "loinc|15060-7", Role.Laboratory);
    internal static readonly RequestKind Hemicolectomy = new("right hemicolectomy", "snomed|359571009", Role.AbdominalSurgery);

    internal static readonly RequestKind DistalPancreatectomy = new("distal pancreatectomy", "snomed|401004", Role.PancreasSurgery);
    internal static readonly RequestKind Lobectomy = new("lung lobectomy", "snomed|173171007", Role.ThoracicSurgery);
    internal static readonly RequestKind Chemoembolization = new("chemoembolization", "snomed|314617008", Role.LiverDirected);
    internal static readonly RequestKind Ablation = new("radiofrequency ablation", "snomed|426830009", Role.LiverDirected);
    internal static readonly RequestKind PartialHepatectomy = new("partial hepatectomy", "snomed|71273005", Role.LiverResection);
    internal static readonly RequestKind LiverBiopsy = new("order", "Liver biopsy", Role.LiverBiopsy);
    internal static readonly RequestKind Cholecystectomy = new("cholecystectomy", "snomed|38102005", Role.Cholecystectomy);
    internal static readonly RequestKind RadionuclideTherapy = new("order", "PRRT with Lu-177 dotatate", Role.RadionuclideTherapy);
    internal static readonly RequestKind Genetics = new("order", "Genetic counselling and MEN1 testing", Role.Genetics);

    internal static RequestKind[] Interventions { get; } = [Hemicolectomy, DistalPancreatectomy, Lobectomy, Chemoembolization];

    /// <summary>What cards ask about when it is ordered or booked.</summary>
    internal static RequestKind[] Orderable { get; } =
    [
        .. Interventions, Ablation, PartialHepatectomy, LiverBiopsy, Cholecystectomy, RadionuclideTherapy, RadionuclideTherapy, CtAbdomen, CtChest, Ct, Mri, MriBrain,
        Receptor, Receptor, Fdg, ChromograninA, ChromograninA, Hiaa, Hiaa, Board, Ki67, Eus, Echo,
    ];

    internal static RequestKind[] All { get; } =
        [Ablation, PartialHepatectomy, LiverBiopsy, Cholecystectomy, RadionuclideTherapy, NtProBnp, Echo, Glucose, Tsh, Enolase, Genetics, DistalPancreatectomy, Lobectomy, Chemoembolization, CtAbdomen, CtChest, Mri, MriBrain, Receptor, Fdg, Eus, Board, ChromograninA, Hiaa, Ki67, Histology, Synaptophysin, Hemicolectomy];
}
