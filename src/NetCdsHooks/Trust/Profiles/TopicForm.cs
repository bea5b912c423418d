namespace NetCdsHooks.Trust.Profiles;

/// <summary>What becomes of <c>source.topic</c> (C-09).</summary>
internal enum TopicForm
{
    AsCard,

    /// <summary>The code holds letters and digits only, at most 100.</summary>
    Alphanumeric,

    /// <summary>Left out, for clients of version 1.0.</summary>
    None,
}
