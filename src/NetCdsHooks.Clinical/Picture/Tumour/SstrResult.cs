namespace NetCdsHooks.Clinical.Picture;

/// <summary>Somatostatin receptors on imaging or stain.</summary>
public enum SstrResult
{
    Positive,
    Negative,
    Mixed,
}
