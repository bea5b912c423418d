namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>A code or wording of the problem list with what the specification of codes says it means.</summary>
/// <param name="Name">In words.</param>
/// <param name="Code">Such as <c>icd|C7A.012</c>; wording alone has no bar.</param>
internal sealed record DiagnosisKind(string Name, string Code)
{
    internal bool IsTumour { get; init; }

    /// <summary>True for a code of secondary tumours, which proves the tumour too.</summary>
    internal bool IsSecondary { get; init; }

    internal bool IsHistory { get; init; }

    internal Place Place { get; init; }

    /// <summary>A SNOMED body site that stands beside the code, because the code names none.</summary>
    internal string? BodySite { get; init; }

    internal bool IsMidgut { get; init; }

    internal Cells Cells { get; init; }

    internal Hormone? Hormone { get; init; }

    internal Spread? Spread { get; init; }

    internal Mark Mark { get; init; }

    public override string ToString() => $"{Name} ({Code})";
}
