namespace NetCdsHooks.Clinical.Picture;

public enum Differentiation
{
    Well,
    Poor,
}
