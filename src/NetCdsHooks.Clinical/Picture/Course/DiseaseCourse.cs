namespace NetCdsHooks.Clinical.Picture;

/// <summary>How the disease goes, by the latest statement.</summary>
public enum DiseaseCourse
{
    Improved,
    Stable,
    Worsened,
    Undetermined,
}
