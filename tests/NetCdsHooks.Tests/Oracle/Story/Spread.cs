namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>Where a tumour has gone.</summary>
internal enum Spread
{
    Liver,
    Bone,
    Elsewhere,
    NearNodes,
}
