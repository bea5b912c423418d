namespace NetCdsHooks.Clinical.Picture;

public enum MetastasisSite
{
    Liver,
    Bone,
    Lung,
    Peritoneum,
    Brain,
    DistantNodes,
    Other,
    Unspecified,
}
