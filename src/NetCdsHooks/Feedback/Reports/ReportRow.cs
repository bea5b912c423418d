using System.Text.Json.Serialization;

namespace NetCdsHooks.Feedback.Reports;

/// <summary>What became of one version of a card at one client.</summary>
/// <param name="Card">Id of the card; <see cref="FeedbackReport.NoCard"/> for feedback about none of this site.</param>
/// <param name="Shown">By the service's own count.</param>
/// <param name="Overridden">With and without a reason.</param>
/// <param name="Reasons">How often each reason was given.</param>
internal sealed record ReportRow(
    string Card, string Version, string Client, long Shown, long Accepted, long Overridden, IReadOnlyDictionary<string, long> Reasons)
{
    /// <summary>Shown, and nobody said anything, which is no rejection (F-10).</summary>
    public long Unanswered => Math.Max(0, Shown - Accepted - Overridden);

    /// <summary>Overridden without a reason.</summary>
    public long WithoutReason => Overridden - Reasons.Values.Sum();
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReportRow))]
internal sealed partial class ReportJson : JsonSerializerContext;
