namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>A procedure.</summary>
internal sealed record Act(ActKind Kind)
{
    internal string? Date { get; init; }

    internal string Status { get; init; } = "completed";

    public override string ToString() => $"procedure {Kind}, {Date ?? "no date"}, {Status}";
}
