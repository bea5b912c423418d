using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NetCdsHooks.Tests.Support;

/// <summary>Holds JSON against a schema of an OpenAPI document, as far as ours go: references, types, required members, enums, lengths, patterns.</summary>
internal static class JsonShape
{
    private static readonly string[] Known =
        ["$ref", "type", "required", "properties", "additionalProperties", "items", "enum", "minLength", "maxLength", "minItems", "pattern", "format", "description"];

    /// <returns>Each place that does not fit, and why.</returns>
    internal static IEnumerable<string> Faults(JsonObject document, JsonNode schema, JsonNode? value, string path = "$")
    {
        if ((string?)schema["$ref"] is { } reference)
            schema = reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode)document, (node, step) => node[step] ?? throw new InvalidOperationException(reference));
        if (schema.AsObject().Select(member => member.Key).Except(Known).FirstOrDefault() is { } unknown)
            throw new InvalidOperationException($"{unknown} is not checked");
        var types = schema["type"] is JsonArray several ? several.Select(type => (string?)type).ToArray() : [(string?)schema["type"]];
        if (!types.Contains(TypeOf(value)))
            return [$"{path}: found {TypeOf(value)}; accepted: {string.Join(", ", types)}"];
        return value switch
        {
            JsonObject members => OfMembers(document, schema, members, path),
            JsonArray items => OfItems(document, schema, items, path),
            JsonValue single when single.GetValueKind() == JsonValueKind.String => OfText(schema, (string)single!, path),
            _ => [],
        };
    }

    private static IEnumerable<string> OfMembers(JsonObject document, JsonNode schema, JsonObject members, string path) =>
        (schema["required"]?.AsArray() ?? []).Select(name => (string)name!).Where(name => !members.ContainsKey(name)).Select(name => $"{path}.{name}: missing")
            .Concat(members.SelectMany(member => (schema["properties"]?[member.Key] ?? schema["additionalProperties"]) is JsonObject inner
                ? Faults(document, inner, member.Value, $"{path}.{member.Key}")
                : []));

    private static IEnumerable<string> OfItems(JsonObject document, JsonNode schema, JsonArray items, string path) =>
        (items.Count < ((int?)schema["minItems"] ?? 0) ? (string[])[$"{path}: empty"] : [])
            .Concat(items.SelectMany((item, place) => Faults(document, schema["items"]!, item, $"{path}[{place}]")));

    private static IEnumerable<string> OfText(JsonNode schema, string text, string path)
    {
        if (text.Length < ((int?)schema["minLength"] ?? 0) || text.Length > ((int?)schema["maxLength"] ?? int.MaxValue))
            yield return $"{path}: {text.Length} characters";
        if (schema["enum"] is JsonArray words && !words.Any(word => (string?)word == text))
            yield return $"{path}: {text}";
        if ((string?)schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern))
            yield return $"{path}: {text} does not match";
    }

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number when value.AsValue().TryGetValue<long>(out _) => "integer",
        _ => "number",
    };
}
