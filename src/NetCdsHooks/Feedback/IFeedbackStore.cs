namespace NetCdsHooks.Feedback;

/// <summary>Keeps feedback and counts for good.</summary>
internal interface IFeedbackStore
{
    /// <summary>When the task has completed, the entries outlive the process and the machine's power.</summary>
    /// <exception cref="FeedbackStoreException">They could not be kept; the same entries may be sent again.</exception>
    Task KeepAsync(IReadOnlyCollection<FeedbackEntry> entries);
}

/// <summary>Something could not be kept; the message says why and is fit for a log.</summary>
internal sealed class FeedbackStoreException(string message) : Exception(message);
