namespace NetCdsHooks.Clinical.Picture;

/// <summary>Where the question of multiple endocrine neoplasia type 1 stands.</summary>
public enum Men1Screening
{
    Diagnosed,

    /// <summary>Looked for and excluded.</summary>
    ScreenedNegative,

    /// <summary>Looked for, without a clear answer on record.</summary>
    Screened,

    /// <summary>Ordered or booked; a suspicion alone is neither.</summary>
    Pending,

    NotScreened,
}
