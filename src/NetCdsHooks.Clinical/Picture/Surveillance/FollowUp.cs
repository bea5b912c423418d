namespace NetCdsHooks.Clinical.Picture;

/// <summary>Whether the next study is already ordered.</summary>
public enum FollowUp
{
    None,

    /// <summary>In time.</summary>
    Scheduled,

    /// <summary>Later than recommended.</summary>
    BookedLate,

    OrderedUndated,
}
