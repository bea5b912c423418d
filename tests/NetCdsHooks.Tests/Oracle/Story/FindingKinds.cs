using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>What results can be about.</summary>
internal static class FindingKinds
{
    internal static readonly FindingKind Ki67 = new("Ki-67", "loinc|29593-1", DataNeed.Pathology);
    internal static readonly FindingKind BreastKi67 = new("Ki-67 in breast cancer", "loinc|85330-9", DataNeed.Pathology);
    internal static readonly FindingKind Mitoses = new("mitotic rate", "loinc|85300-2", DataNeed.Pathology);
    internal static readonly FindingKind Grade = new("histologic grade", "loinc|33732-9", DataNeed.Pathology);
    internal static readonly FindingKind Morphology = new("tumour morphology", "loinc|31206-6", DataNeed.Pathology);
    internal static readonly FindingKind Synaptophysin = new("synaptophysin stain", "loinc|10514-8", DataNeed.Pathology);
    internal static readonly FindingKind ChromograninStain = new("chromogranin stain", "loinc|10471-1", DataNeed.Pathology);
    internal static readonly FindingKind Size = new("largest dimension", "loinc|33728-7", DataNeed.Pathology);
    internal static readonly FindingKind StageGroup = new("stage group", "loinc|21908-9", DataNeed.Pathology);
    internal static readonly FindingKind Tumour = new("T category", "loinc|21905-5", DataNeed.Pathology);
    internal static readonly FindingKind Nodes = new("N category", "loinc|21906-3", DataNeed.Pathology);
    internal static readonly FindingKind Metastasis = new("M category", "loinc|21907-1", DataNeed.Pathology);
    internal static readonly FindingKind ChromograninA = new("chromogranin A", "loinc|9811-1", DataNeed.Markers);
    internal static readonly FindingKind ChromograninAUnits = new("chromogranin A in units", "loinc|30169-7", DataNeed.Markers);
    internal static readonly FindingKind ChromograninFluid = new("chromogranin A in body fluid", "loinc|53047-7", DataNeed.Markers);
    internal static readonly FindingKind HiaaUrine = new("24-hour urinary 5-HIAA", "loinc|1695-6", DataNeed.Markers);
    internal static readonly FindingKind HiaaPlasma = new("plasma 5-HIAA", "loinc|1693-1", DataNeed.Markers);
    internal static readonly FindingKind HiaaSpot = new("5-HIAA in a spot urine", "loinc|1694-9", DataNeed.Markers);
    internal static readonly FindingKind Enolase = new("neuron-specific enolase", "loinc|15060-7", DataNeed.Markers);
    internal static readonly FindingKind Ecog = new("ECOG performance status", "loinc|89247-1", DataNeed.Status);
    internal static readonly FindingKind Karnofsky = new("Karnofsky score", "loinc|89243-0", DataNeed.Status);
    internal static readonly FindingKind DiseaseStatus = new("disease status", "loinc|97509-4", DataNeed.Status);
    internal static readonly FindingKind ReceptorStain = new("statement", "SSTR2 immunohistochemistry", DataNeed.Status);
    internal static readonly FindingKind Krenning = new("statement", "Krenning score", DataNeed.Status);
    internal static readonly FindingKind Function = new("statement", "Functional status of the tumour", DataNeed.Status);
    internal static readonly FindingKind Margin = new("statement", "Residual tumour (R) classification", DataNeed.Status);
}
