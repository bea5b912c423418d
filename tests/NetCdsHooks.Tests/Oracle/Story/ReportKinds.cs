namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>Reports that are written.</summary>
internal static class ReportKinds
{
    internal static readonly ReportKind Pathology = new("pathology report", "loinc|60567-5") { IsPathology = true };
    internal static readonly ReportKind Receptor = new("report", "Ga-68 DOTATATE PET/CT") { Scan = ScanKinds.DotatatePet };
    internal static readonly ReportKind Ct = new("report", "CT abdomen") { Scan = ScanKinds.CtAbdomen };
}
