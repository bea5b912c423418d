using System.Globalization;
using System.Numerics;
using System.Text.Json;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Fhir;

/// <summary>Reads a number, also a quoted one. A decimal comma is none: it may be a slip for thousands.</summary>
public abstract class NumberConverter<T>(NumberStyles styles) : ReadingConverter<T>
    where T : struct, INumber<T>
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && TryGet(ref reader, out var number))
            return number;
        if (reader.TokenType != JsonTokenType.String || !T.TryParse(reader.GetString(), styles, CultureInfo.InvariantCulture, out var quoted))
            throw new JsonException();
        Tolerances.Use(Tolerance.QuotedNumber);
        return quoted;
    }

    protected abstract bool TryGet(ref Utf8JsonReader reader, out T number);
}
