using System.Text.Json;

namespace NetCdsHooks.Feedback.Reading;

/// <summary>An item cannot be kept; the message names the member, what kind of thing was found and what is accepted.</summary>
internal sealed class ItemFault(string member, string found, string accepted) : Exception($"{member}: found {found}; accepted: {accepted}")
{
    internal static ItemFault WrongType(string member, JsonElement? found, string accepted) => new(member, KindOf(found), accepted);

    internal static string KindOf(JsonElement? found) => found?.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "nothing",
    };
}
