using System.ComponentModel.DataAnnotations;

namespace NetCdsHooks.Feedback;

/// <summary>The settings under <c>NetCdsHooks:Feedback</c>.</summary>
internal sealed class FeedbackOptions
{
    /// <summary>Folder of the journal. Required outside Development; there it is by default one in the user's local data.</summary>
    public string? Folder { get; init; }

    /// <summary>Signs the uuids of cards, see <see cref="FeedbackKey.Accepted"/>. This or <see cref="KeyFile"/> is required outside Development.</summary>
    public string? Key { get; init; }

    /// <summary>File that holds the key instead.</summary>
    public string? KeyFile { get; init; }

    /// <summary>How far the journal of one instance may grow in one day; after that feedback is refused with 503.</summary>
    [Range(1, 100_000)]
    public int MaxMegabytesADay { get; init; } = 256;
}
