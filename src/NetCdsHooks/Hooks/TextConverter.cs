using System.Text.Json;
using System.Text.Json.Serialization;

namespace NetCdsHooks.Hooks;

/// <summary>Reads a string and says what it found where there is none.</summary>
internal sealed class TextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException(WrongType(ref reader, "a string"));

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    internal static string WrongType(ref Utf8JsonReader reader, string accepted) => $"found {Name(reader.TokenType)}; accepted: {accepted}";

    private static string Name(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        _ => "nothing usable",
    };
}
