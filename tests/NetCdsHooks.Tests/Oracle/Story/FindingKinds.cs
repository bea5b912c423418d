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
    internal static readonly FindingKind NtProBnp = new("NT-proBNP", "loinc|33762-6", DataNeed.Labs);
    internal static readonly FindingKind Insulin = new("insulin", "loinc|20448-7", DataNeed.Labs);
    internal static readonly FindingKind Gastrin = new("gastrin", "loinc|2333-3", DataNeed.Labs);
    internal static readonly FindingKind Glucagon = new("glucagon", "loinc|2338-2", DataNeed.Labs);
    internal static readonly FindingKind Vip = new("VIP", "loinc|3125-2", DataNeed.Labs);
    internal static readonly FindingKind Acth = new("ACTH", "loinc|2141-0", DataNeed.Labs);
    internal static readonly FindingKind Glucose = new("glucose", "loinc|2345-7", DataNeed.Labs);
    internal static readonly FindingKind HbA1c = new("HbA1c", "loinc|4548-4", DataNeed.Labs);
    internal static readonly FindingKind Tsh = new("TSH", "loinc|3016-3", DataNeed.Labs);
    internal static readonly FindingKind Calcium = new("calcium", "loinc|17861-6", DataNeed.Labs);
    internal static readonly FindingKind Parathyrin = new("PTH", "loinc|2731-8", DataNeed.Labs);
    internal static readonly FindingKind Prolactin = new("prolactin", "loinc|2842-3", DataNeed.Labs);
    internal static readonly FindingKind Igf1 = new("IGF-1", "loinc|2484-4", DataNeed.Labs);
    internal static readonly FindingKind Egfr = new("eGFR", "loinc|33914-3", DataNeed.Labs);
    internal static readonly FindingKind Clearance = new("creatinine clearance", "loinc|2164-2", DataNeed.Labs);
    internal static readonly FindingKind Platelets = new("platelets", "loinc|777-3", DataNeed.Labs);
    internal static readonly FindingKind Haemoglobin = new("haemoglobin", "loinc|718-7", DataNeed.Labs);
    internal static readonly FindingKind Leucocytes = new("leucocytes", "loinc|6690-2", DataNeed.Labs);
    internal static readonly FindingKind Creatinine = new("creatinine", "loinc|2160-0", DataNeed.Labs);
    internal static readonly FindingKind Alt = new("ALT", "loinc|1742-6", DataNeed.Labs);
    internal static readonly FindingKind Bilirubin = new("bilirubin", "loinc|1975-2", DataNeed.Labs);
    internal static readonly FindingKind Pain = new("pain score", "loinc|72514-3", DataNeed.Status);
    internal static readonly FindingKind PregnancyStatus = new("pregnancy status", "loinc|82810-3", DataNeed.Status);
    internal static readonly FindingKind Hcg = new("hCG", "loinc|2106-3", DataNeed.Status);
    internal static readonly FindingKind Men1Gene = new("MEN1 gene test", "loinc|35288-0", DataNeed.Pathology);
    internal static readonly FindingKind Ecog = new("ECOG performance status", "loinc|89247-1", DataNeed.Status);
    internal static readonly FindingKind Karnofsky = new("Karnofsky score", "loinc|89243-0", DataNeed.Status);
    internal static readonly FindingKind DiseaseStatus = new("disease status", "loinc|97509-4", DataNeed.Status);
    internal static readonly FindingKind ReceptorStain = new("statement", "SSTR2 immunohistochemistry", DataNeed.Status);
    internal static readonly FindingKind Krenning = new("statement", "Krenning score", DataNeed.Status);
    internal static readonly FindingKind Function = new("statement", "Functional status of the tumour", DataNeed.Status);
    internal static readonly FindingKind Margin = new("statement", "Residual tumour (R) classification", DataNeed.Status);
}
