namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>Images that are made of patients with such tumours, and some that do not count.</summary>
internal static class ScanKinds
{
    internal static readonly ScanKind CtAbdomen = new("CT abdomen", "CT") { IsSectional = true, Region = Region.Abdomen, BodySite = "818981001" };
    internal static readonly ScanKind MriAbdomen = new("MRI liver", "MR") { IsSectional = true, IsMri = true, Region = Region.Abdomen, BodySite = "818981001" };
    internal static readonly ScanKind CtChest = new("CT thorax", "CT") { IsSectional = true, Region = Region.Chest, BodySite = "816094009" };
    internal static readonly ScanKind CtTrunk = new("CT chest abdomen pelvis", "CT") { IsSectional = true, Region = Region.ChestAndAbdomen, BodySite = "416775004" };
    internal static readonly ScanKind CtNowhere = new("CT with contrast", "CT") { IsSectional = true };
    internal static readonly ScanKind MriBrain = new("MRI brain", "MR") { IsSectional = true, IsMri = true, Region = Region.Other };
    internal static readonly ScanKind DotatatePet = new("Ga-68 DOTATATE PET/CT", "PT", "CT") { IsReceptor = true };
    internal static readonly ScanKind Octreoscan = new("Octreotide scan In-111", "NM") { IsReceptor = true };
    internal static readonly ScanKind FdgPet = new("FDG PET/CT", "PT", "CT") { IsFdg = true };
    internal static readonly ScanKind PsmaPet = new("Ga-68 PSMA PET/CT", "PT", "CT");
    internal static readonly ScanKind Eus = new("Endoscopic ultrasound of the pancreas", "US") { IsEus = true };
    internal static readonly ScanKind Echo = new("Transthoracic echocardiography", "US") { IsEcho = true };

    internal static ScanKind[] All { get; } =
        [CtAbdomen, MriAbdomen, CtChest, CtTrunk, CtNowhere, MriBrain, DotatatePet, Octreoscan, FdgPet, PsmaPet, Eus, Echo];
}
