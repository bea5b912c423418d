using System.Text.Json.Nodes;

namespace NetCdsHooks.Commands.Calling;

/// <summary>There is nothing for a prefetch key.</summary>
/// <param name="outcome">What may be sent in its place; null where nobody was asked.</param>
internal sealed class PrefetchFailed(string reason, JsonObject? outcome = null) : Exception(reason)
{
    internal JsonObject? Outcome => outcome;

    /// <param name="code">Of FHIR's issue types.</param>
    internal static JsonObject OutcomeOf(string code, string text) => new()
    {
        ["resourceType"] = "OperationOutcome",
        ["issue"] = new JsonArray(new JsonObject { ["severity"] = "error", ["code"] = code, ["details"] = new JsonObject { ["text"] = text } }),
    };
}
