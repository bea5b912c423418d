using System.Text.Json;
using System.Text.Json.Serialization;
using NetCdsHooks.Clinical.Cards;

namespace NetCdsHooks.Hooks;

/// <summary>A resource that a suggestion creates; it writes itself from its template.</summary>
[JsonConverter(typeof(DraftResourceConverter))]
internal sealed record DraftResource(OrderTemplate Template, DraftContext Context, string CardId);

internal sealed class DraftResourceConverter : JsonConverter<DraftResource>
{
    public override DraftResource Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Draft resources are written, never read.");

    public override void Write(Utf8JsonWriter writer, DraftResource value, JsonSerializerOptions options) =>
        value.Template.WriteTo(writer, value.Context, value.CardId);
}
