namespace NetCdsHooks.Clinical.Picture;

/// <summary>The class that treatment follows (WHO 2022).</summary>
public enum GradeCategory
{
    NetG1,
    NetG2,
    NetG3,

    /// <summary>Poorly differentiated carcinoma.</summary>
    Nec,

    /// <summary>Above 20 %, but well or poorly differentiated is not recorded.</summary>
    G3Unspecified,
}
