namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>Where a tumour began.</summary>
internal enum Place
{
    Nowhere,
    Pancreas,
    Duodenum,
    SmallIntestine,
    Appendix,
    Colon,
    Rectum,
    Stomach,
    Lung,
    Thymus,
    Elsewhere,
}
