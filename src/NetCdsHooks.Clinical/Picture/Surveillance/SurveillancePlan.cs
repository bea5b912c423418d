namespace NetCdsHooks.Clinical.Picture;

/// <summary>The plans of follow-up imaging and markers; the first whose condition holds applies.</summary>
public enum SurveillancePlan
{
    /// <summary>P0</summary>
    NoImaging,

    /// <summary>P1</summary>
    HighGrade,

    /// <summary>P4</summary>
    ObservedPancreas,

    /// <summary>P5</summary>
    Resected,

    /// <summary>P3</summary>
    GeneralG1G2,

    /// <summary>P7</summary>
    Longest,
}
