namespace NetCdsHooks.Clinical.Picture;

public enum ResidualTumour
{
    R0,
    R1,
    R2,
    Rx,
}
