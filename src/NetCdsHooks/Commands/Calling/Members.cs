using System.Text.Json.Nodes;

namespace NetCdsHooks.Commands.Calling;

/// <summary>Reads what may be of any shape.</summary>
internal static class Members
{
    internal static AnswerFault At(string rule, JsonObject parent, string member, string accepted) => new(rule, $"{parent.GetPath()}.{member}", accepted);

    /// <summary>Null for anything but a text that is not blank.</summary>
    internal static string? Text(JsonObject from, string member) =>
        from[member] is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>Null for anything but true and false.</summary>
    internal static bool? Boolean(JsonObject from, string member) => from[member] is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : null;

    internal static JsonObject[] Objects(JsonObject from, string member) => from[member] is JsonArray list ? [.. list.OfType<JsonObject>()] : [];

    /// <summary>What <see cref="Objects"/> passes over.</summary>
    internal static IEnumerable<AnswerFault> NoObjects(string rule, JsonObject from, string member) =>
        from[member] is { } found && (found is not JsonArray list || list.Any(item => item is not JsonObject)) ? [At(rule, from, member, "an array of objects")] : [];

    internal static IEnumerable<AnswerFault> NoBoolean(string rule, JsonObject from, string member) =>
        from[member] is not null && Boolean(from, member) is null ? [At(rule, from, member, "true, false")] : [];

    /// <summary>A member may be absent; an extension is an object, not a list as in FHIR.</summary>
    internal static IEnumerable<AnswerFault> OfExtension(JsonObject from) =>
        from["extension"] is not (null or JsonObject) ? [At("E-01", from, "extension", "an object")] : [];

    internal static bool IsHttps(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;
}
