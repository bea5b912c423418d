namespace NetCdsHooks.Clinical.Picture;

public enum MdtReview
{
    None,

    /// <summary>Held before the last metastasis, recurrence or progression.</summary>
    Outdated,

    Planned,
    Current,
}
