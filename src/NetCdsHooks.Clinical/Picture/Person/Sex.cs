namespace NetCdsHooks.Clinical.Picture;

/// <summary>As the hospital has recorded it.</summary>
public enum Sex
{
    Female,
    Male,
    Other,
}
