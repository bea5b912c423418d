using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace NetCdsHooks.Clinical.Fhir;

/// <summary>
/// Reads a list, and also the single object that some systems write where a list belongs. Nulls in the list are dropped.
/// </summary>
public sealed class ManyConverter<T> : JsonConverter<ImmutableArray<T>>
    where T : class
{
    public override bool HandleNull => true;

    public override ImmutableArray<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return [];
        var type = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        if (reader.TokenType != JsonTokenType.StartArray)
            return JsonSerializer.Deserialize(ref reader, type) is { } only ? [only] : [];

        var items = ImmutableArray.CreateBuilder<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            if (JsonSerializer.Deserialize(ref reader, type) is { } item)
                items.Add(item);
        return items.DrainToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<T> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Resources are read, never written.");
}
