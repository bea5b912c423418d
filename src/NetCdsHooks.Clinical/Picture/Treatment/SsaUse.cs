namespace NetCdsHooks.Clinical.Picture;

/// <summary>Use of a long-acting somatostatin analogue.</summary>
public enum SsaUse
{
    Never,
    Past,
    Active,
}
