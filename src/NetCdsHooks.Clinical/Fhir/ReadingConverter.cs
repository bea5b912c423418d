using System.Text.Json;
using System.Text.Json.Serialization;

namespace NetCdsHooks.Clinical.Fhir;

/// <summary>Reads only: resources are never written; drafts are written by their own type.</summary>
public abstract class ReadingConverter<T> : JsonConverter<T>
{
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Resources are read, never written.");
}
