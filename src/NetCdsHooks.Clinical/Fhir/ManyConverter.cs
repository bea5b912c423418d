using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NetCdsHooks.Clinical.Fhir;

/// <summary>
/// Reads a list, and also the single object that some systems write where a list belongs. Nulls in the list are dropped.
/// Converters are called directly: the serializer's own entry point would scan each element twice.
/// </summary>
public sealed class ManyConverter<T> : JsonConverter<ImmutableArray<T>>
    where T : class
{
    public override bool HandleNull => true;

    public override ImmutableArray<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return [];
        var one = (JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter;
        if (reader.TokenType != JsonTokenType.StartArray)
            return one.Read(ref reader, typeof(T), options) is { } only ? [only] : [];

        var items = ImmutableArray.CreateBuilder<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            if (reader.TokenType != JsonTokenType.Null && one.Read(ref reader, typeof(T), options) is { } item)
                items.Add(item);
        return items.DrainToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<T> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Resources are read, never written.");
}
