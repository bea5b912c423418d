namespace NetCdsHooks.Tests.Support.Scripted;

/// <summary>What an honest reader makes of a server's behaviour.</summary>
public enum Reading
{
    /// <summary>All that was asked for.</summary>
    Whole,

    /// <summary>All that was asked for, but whether there is more cannot be told.</summary>
    Part,

    /// <summary>Nothing, for it was more than can be read.</summary>
    TooMuch,

    /// <summary>Nothing: an error.</summary>
    Failed,

    /// <summary>Nothing: no access.</summary>
    Refused,

    /// <summary>Nothing in time.</summary>
    TimedOut,

    /// <summary>Something that is no FHIR.</summary>
    Unreadable,
}
