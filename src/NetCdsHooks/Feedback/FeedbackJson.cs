using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NetCdsHooks.Feedback;

/// <summary>The lines of the journal, and the answer to feedback.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(FeedbackEntry))]
[JsonSerializable(typeof(FeedbackAnswer))]
internal sealed partial class FeedbackJson : JsonSerializerContext
{
    /// <summary>How they are written: text as it is, but for line breaks, so that an entry is one line.</summary>
    internal static FeedbackJson Plain => Writing.Format;

    private static class Writing
    {
        internal static readonly FeedbackJson Format = new(new JsonSerializerOptions(FeedbackJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}

/// <summary>What became of a body of feedback. The specification asks for no answer; this one helps whoever writes a client.</summary>
/// <param name="Kept">Number of items kept.</param>
/// <param name="Refused">The others; null when there are none.</param>
internal sealed record FeedbackAnswer(int Kept, IReadOnlyList<RefusedItem>? Refused);

/// <param name="Item">Its place in the body, from 0.</param>
/// <param name="Problem">The member, what was found and what is accepted; never a value.</param>
internal sealed record RefusedItem(int Item, string Problem);
