namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>An image as the specification of codes tells it apart.</summary>
/// <param name="Name">Description as written on the study.</param>
/// <param name="Modalities">DICOM modalities, one series each.</param>
internal sealed record ScanKind(string Name, params string[] Modalities)
{
    /// <summary>True for a diagnostic CT or MRI; the CT of a PET/CT is none.</summary>
    internal bool IsSectional { get; init; }

    internal bool IsMri { get; init; }

    internal bool IsReceptor { get; init; }

    internal bool IsFdg { get; init; }

    internal bool IsEus { get; init; }

    internal bool IsEcho { get; init; }

    internal Region Region { get; init; }

    /// <summary>SNOMED body site of the series.</summary>
    internal string? BodySite { get; init; }

    public override string ToString() => $"{Name} [{string.Join('+', Modalities)}]";
}
