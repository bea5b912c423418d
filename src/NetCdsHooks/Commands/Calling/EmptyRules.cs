using System.Text.Json.Nodes;

namespace NetCdsHooks.Commands.Calling;

/// <summary>Null, empty texts, lists and objects are left out, but for the two lists that may be empty.</summary>
internal static class EmptyRules
{
    internal static IEnumerable<AnswerFault> Broken(JsonNode answer) => Of(answer, "$");

    private static IEnumerable<AnswerFault> Of(JsonNode? node, string path) => node switch
    {
        JsonObject { Count: 0 } or JsonArray { Count: 0 } when path is not ("$.cards" or "$.systemActions") => [Nothing(path)],
        JsonObject all => all.SelectMany(member => member.Value is JsonArray list && IsPaired(all, member.Key)
            ? list.SelectMany((item, place) => item is null ? [] : Of(item, $"{path}.{member.Key}[{place}]"))
            : Of(member.Value, $"{path}.{member.Key}")),
        JsonArray list => list.SelectMany((item, place) => Of(item, $"{path}[{place}]")),
        JsonValue value when !value.TryGetValue<string>(out var text) || text.Length > 0 => [],
        _ => [Nothing(path)],
    };

    /// <summary>FHIR fills with null what has an extension alone (<c>given</c> beside <c>_given</c>), to keep both lists in step.</summary>
    private static bool IsPaired(JsonObject parent, string member) => parent[member.StartsWith('_') ? member[1..] : $"_{member}"] is JsonArray;

    private static AnswerFault Nothing(string path) => new("G-02", path, "a value, or no such member");
}
