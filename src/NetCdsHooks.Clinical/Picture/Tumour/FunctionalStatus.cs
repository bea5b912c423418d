namespace NetCdsHooks.Clinical.Picture;

public enum FunctionalStatus
{
    Functional,
    NonFunctional,
}
