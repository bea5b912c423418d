namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>An imaging study.</summary>
internal sealed record Scan(ScanKind Kind)
{
    internal string? Date { get; init; }

    internal string Status { get; init; } = "available";

    public override string ToString() => $"study {Kind}, {Date ?? "no date"}, {Status}";
}
