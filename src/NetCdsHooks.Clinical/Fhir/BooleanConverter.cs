using System.Text.Json;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Fhir;

/// <summary>Reads true and false, also in quotes and in other letters. Yes, no, 1 and 0 are none of them.</summary>
public sealed class BooleanConverter : ReadingConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False)
            return reader.GetBoolean();
        if (reader.TokenType != JsonTokenType.String || !bool.TryParse(reader.GetString(), out var written))
            throw new JsonException();
        Tolerances.Use(Tolerance.WrittenBoolean);
        return written;
    }
}
