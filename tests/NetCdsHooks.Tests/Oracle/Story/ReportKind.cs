namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>What a report is of.</summary>
internal sealed record ReportKind(string Name, string Code)
{
    internal bool IsPathology { get; init; }

    /// <summary>The image that the report proves; null for none.</summary>
    internal ScanKind? Scan { get; init; }

    public override string ToString() => $"{Name} ({Code})";
}
