namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>One entry about a drug.</summary>
internal sealed record DrugUse(DrugKind Kind, DrugForm Form)
{
    internal string Status { get; init; } = "active";

    /// <summary>When it was ordered, begun or given.</summary>
    internal string? From { get; init; }

    internal string? Until { get; init; }

    internal string? Reason { get; init; }

    public override string ToString() => $"drug {Kind} {Form}, {Status}, from {From ?? "-"} until {Until ?? "-"}{(Reason is null ? "" : $", stopped: {Reason}")}";
}
