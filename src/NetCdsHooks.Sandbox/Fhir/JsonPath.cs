using System.Text.Json;

namespace NetCdsHooks.Sandbox.Fhir;

internal static class JsonPath
{
    /// <summary>All values at a dotted path; arrays on the way are gone through.</summary>
    public static IEnumerable<JsonElement> Select(JsonElement element, string path) => Select(element, path.Split('.'), 0);

    public static string? TextAt(JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static IEnumerable<JsonElement> Select(JsonElement element, string[] members, int at) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Select(item, members, at)),
        _ when at == members.Length => [element],
        JsonValueKind.Object when element.TryGetProperty(members[at], out var value) => Select(value, members, at + 1),
        _ => [],
    };
}
