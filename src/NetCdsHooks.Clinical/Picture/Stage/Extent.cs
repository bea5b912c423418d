namespace NetCdsHooks.Clinical.Picture;

public enum Extent
{
    Localized,
    Regional,
    Metastatic,
}
