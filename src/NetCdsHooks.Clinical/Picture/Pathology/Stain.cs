namespace NetCdsHooks.Clinical.Picture;

public enum Stain
{
    Positive,
    Negative,
}
