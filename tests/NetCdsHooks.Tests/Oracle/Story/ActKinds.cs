namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>Procedures, with the part they play.</summary>
internal static class ActKinds
{
    internal static readonly ActKind Biopsy = new("biopsy", "Core needle biopsy of the tumour") { IsBiopsy = true, Role = Role.Biopsy };
    internal static readonly ActKind Board = new("board", "Multidisciplinary tumour board") { Role = Role.TumourBoard };
    internal static readonly ActKind Eus = new("procedure", "Endoscopic ultrasound") { Scan = ScanKinds.Eus, Role = Role.Eus };

    internal static readonly ActKind Colonoscopy = new("procedure", "Colonoscopy") { Role = Role.Endoscopy };
    internal static readonly ActKind Colonoscopy2 = new("colonoscopy", "snomed|73761001") { Role = Role.Endoscopy };
    internal static readonly ActKind Cholecystectomy = new("cholecystectomy", "snomed|38102005") { Role = Role.Cholecystectomy };
    internal static readonly ActKind BeamRadiotherapy = new("procedure", "External beam radiotherapy") { Role = Role.BeamRadiotherapy };
    internal static readonly ActKind Genetics = new("procedure", "Genetic counselling") { Role = Role.Genetics };

    internal static ActKind[] Others { get; } = [Colonoscopy, Colonoscopy2, Cholecystectomy, BeamRadiotherapy, Genetics];

    internal static ActKind[] Resections { get; } =
    [
        new("distal pancreatectomy", "snomed|401004") { Removes = [Place.Pancreas], Role = Role.PancreasSurgery },
        new("enucleation", "snomed|301847000") { Removes = [Place.Pancreas], Role = Role.PancreasSurgery },
        new("small bowel resection", "snomed|107938000") { Removes = [Place.SmallIntestine], Role = Role.AbdominalSurgery },
        new("right hemicolectomy", "snomed|359571009") { Removes = [Place.Colon, Place.Appendix], Role = Role.AbdominalSurgery },
        new("appendicectomy", "snomed|174041007") { Removes = [Place.Appendix], Role = Role.AbdominalSurgery },
        new("low anterior resection", "snomed|314592008") { Removes = [Place.Rectum], Role = Role.AbdominalSurgery },
        new("gastrectomy", "snomed|26452005") { Removes = [Place.Stomach], Role = Role.AbdominalSurgery },
        new("lung lobectomy", "snomed|173171007") { Removes = [Place.Lung], Role = Role.ThoracicSurgery },
    ];
}
