using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Fhir;

/// <summary>
/// Reads a list, and also the single object that some systems write where a list belongs. Nulls and empty objects in the list are passed over.
/// Converters are called directly: the serializer's own entry point would scan each element twice.
/// </summary>
public sealed class ManyConverter<T> : ReadingConverter<ImmutableArray<T>>
    where T : class
{
    /// <summary>For null in a list of resources, which may stand for one; null in other lists stands for nothing.</summary>
    private static readonly T? StandIn =
        typeof(T) == typeof(BundleEntry) ? (T)(object)new BundleEntry()
        : typeof(T) == typeof(Resource) ? (T)(object)new UnreadableResource(null, "null in the place of a resource")
        : null;

    public override bool HandleNull => true;

    public override ImmutableArray<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return [];
        var one = (JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            Tolerances.Use(Tolerance.SingleForList);
            return one.Read(ref reader, typeof(T), options) is { } only ? [only] : [];
        }

        var items = ImmutableArray.CreateBuilder<T>();
        var isEmpty = true;
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; isEmpty = false)
            if (reader.TokenType == JsonTokenType.Null && StandIn is { } unknown)
                items.Add(unknown);
            else if (reader.TokenType == JsonTokenType.Null)
                Tolerances.Use(Tolerance.NullInList);
            else if (reader.TokenType == JsonTokenType.StartObject && StandIn is null && IsEmptyObject(reader))
                PassOver(ref reader);
            else if (one.Read(ref reader, typeof(T), options) is { } item)
                items.Add(item);
        if (isEmpty)
            Tolerances.Use(Tolerance.EmptyList);
        return items.DrainToImmutable();
    }

    /// <summary>Looks ahead on a copy of the reader. What may stand for a resource is never passed over.</summary>
    private static bool IsEmptyObject(Utf8JsonReader ahead) => ahead.Read() && ahead.TokenType == JsonTokenType.EndObject;

    private static void PassOver(ref Utf8JsonReader reader)
    {
        Tolerances.Use(Tolerance.EmptyObject);
        reader.Skip();
    }
}
