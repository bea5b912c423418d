namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>A report: of pathology, or of an image with what it concludes.</summary>
internal sealed record Report(ReportKind Kind)
{
    internal string? Conclusion { get; init; }

    internal string? Date { get; init; }

    internal string Status { get; init; } = "final";

    internal bool Counts => Status is "final" or "amended" or "corrected" or "appended" or "partial" or "preliminary";

    public override string ToString() => $"report {Kind}: \"{Conclusion}\", {Date ?? "no date"}, {Status}";
}
