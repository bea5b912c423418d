namespace NetCdsHooks.Clinical.Picture;

/// <summary>What the status of a medication resource says of the therapy.</summary>
internal enum TherapyState
{
    /// <summary>Says nothing: cancelled, entered in error, a draft, a proposal, a dose not given.</summary>
    Ignored,

    /// <summary>Stated not to be taken.</summary>
    NotTaken,

    /// <summary>Intended, or to begin later.</summary>
    Planned,

    Active,

    /// <summary>On hold.</summary>
    Paused,

    /// <summary>Completed or stopped.</summary>
    Past,

    /// <summary>One dose was given.</summary>
    DoseGiven,
}
