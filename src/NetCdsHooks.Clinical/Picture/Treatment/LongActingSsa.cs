namespace NetCdsHooks.Clinical.Picture;

/// <summary>The long-acting somatostatin analogue that is in use.</summary>
public enum LongActingSsa
{
    None,
    Lanreotide,
    OctreotideLar,
    Several,
}
