namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>How far the tumour has gone.</summary>
internal enum Extent
{
    Localized,
    Regional,
    Metastatic,
}
