namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>What is ordered.</summary>
internal sealed record RequestKind(string Name, string Code, Role Role)
{
    internal Region Region { get; init; }

    /// <summary>SNOMED body site of the order.</summary>
    internal string? BodySite { get; init; }

    public override string ToString() => $"{Name} ({Code})";
}
