namespace NetCdsHooks.Clinical.Picture;

/// <summary>Where the tumour began.</summary>
public enum PrimarySite
{
    Pancreas,
    Duodenum,
    SmallIntestine,
    Appendix,
    Colon,
    Rectum,
    Stomach,
    Lung,
    Thymus,
    Other,
}
