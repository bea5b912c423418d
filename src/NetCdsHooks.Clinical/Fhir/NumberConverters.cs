using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Fhir;

/// <summary>Reads a number, also a quoted one. A decimal comma is none: it may be a slip for thousands.</summary>
public sealed class DecimalConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var number))
            return number;
        if (reader.TokenType != JsonTokenType.String
            || !decimal.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var quoted))
            throw new JsonException();
        Tolerances.Use(Tolerance.QuotedNumber);
        return quoted;
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Resources are read, never written.");
}

/// <summary>The same for whole numbers.</summary>
public sealed class Int32Converter : JsonConverter<int>
{
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number))
            return number;
        if (reader.TokenType != JsonTokenType.String
            || !int.TryParse(reader.GetString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var quoted))
            throw new JsonException();
        Tolerances.Use(Tolerance.QuotedNumber);
        return quoted;
    }

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Resources are read, never written.");
}
