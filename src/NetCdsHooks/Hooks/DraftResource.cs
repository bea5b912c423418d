using System.Text.Json;
using System.Text.Json.Serialization;

namespace NetCdsHooks.Hooks;

/// <summary>A resource that a suggestion creates or changes; it writes itself.</summary>
[JsonConverter(typeof(DraftResourceConverter))]
internal sealed record DraftResource(Action<Utf8JsonWriter> WriteTo);

internal sealed class DraftResourceConverter : JsonConverter<DraftResource>
{
    public override DraftResource Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Draft resources are written, never read.");

    public override void Write(Utf8JsonWriter writer, DraftResource value, JsonSerializerOptions options) => value.WriteTo(writer);
}
