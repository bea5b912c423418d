namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>Something done to a patient.</summary>
internal sealed record ActKind(string Name, string Code)
{
    internal bool IsBiopsy { get; init; }

    /// <summary>The primaries that this operation takes out.</summary>
    internal Place[] Removes { get; init; } = [];

    internal Role Role { get; init; }

    internal ScanKind? Scan { get; init; }

    public override string ToString() => $"{Name} ({Code})";
}
