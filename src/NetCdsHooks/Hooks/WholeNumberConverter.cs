using System.Text.Json;
using System.Text.Json.Serialization;

namespace NetCdsHooks.Hooks;

/// <summary>Reads a whole number and says what it found where there is none.</summary>
internal sealed class WholeNumberConverter : JsonConverter<long>
{
    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number)
            ? number
            : throw new JsonException(TextConverter.WrongType(ref reader, "a whole number"));

    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
