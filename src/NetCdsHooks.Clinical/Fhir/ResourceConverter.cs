using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Fhir;

/// <summary>
/// Picks the record by <c>resourceType</c>. What cannot be read becomes an <see cref="UnreadableResource"/>
/// and leaves its neighbours alone; only text that is no JSON at all still throws.
/// </summary>
public sealed class ResourceConverter : JsonConverter<Resource>
{
    private static readonly FrozenDictionary<string, Type> Known = new[]
    {
        typeof(Patient), typeof(Condition), typeof(Observation), typeof(DiagnosticReport), typeof(ImagingStudy),
        typeof(Procedure), typeof(Medication), typeof(MedicationRequest), typeof(MedicationStatement),
        typeof(MedicationAdministration), typeof(ServiceRequest), typeof(Appointment), typeof(CarePlan),
        typeof(Specimen), typeof(Bundle), typeof(OperationOutcome),
    }.ToFrozenDictionary(type => type.Name);

    public override Resource Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            var found = reader.TokenType;
            reader.Skip();
            return new UnreadableResource(null, $"expected a FHIR resource (a JSON object), found {found}");
        }

        var start = reader;
        if (FindType(reader) is not { } name)
        {
            reader.Skip();
            return new UnreadableResource(null, "resourceType is missing or no string");
        }

        if (!Known.TryGetValue(name, out var type))
        {
            reader.Skip();
            return new OtherResource(name);
        }

        try
        {
            return Only(Read(ref reader, options.GetTypeInfo(type)), name);
        }
        catch (JsonException exception)
        {
            reader = start;
            return Salvage(ref reader, name, exception, options);
        }
    }

    public override void Write(Utf8JsonWriter writer, Resource value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Resources are read, never written; drafts are written by their own type.");

    private static Resource Read(ref Utf8JsonReader reader, JsonTypeInfo type) =>
        (Resource)JsonSerializer.Deserialize(ref reader, type)!;

    /// <summary>A modifier extension may turn the meaning of a resource round, and none is known here.</summary>
    private static Resource Only(Resource resource, string name) =>
        resource.ModifierExtension.IsEmpty
            ? resource
            : new UnreadableResource(name, "it has a modifierExtension, which may change its meaning") { Id = resource.Id };

    private static string? FindType(Utf8JsonReader reader)
    {
        reader.Read();
        while (reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("resourceType"u8);
            reader.Read();
            if (isType)
                return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            reader.Skip();
            reader.Read();
        }

        return null;
    }

    /// <summary>Reads element by element what tells whether the resource matters, then leaves the reader at its end.</summary>
    private static UnreadableResource Salvage(ref Utf8JsonReader reader, string name, JsonException exception, JsonSerializerOptions options)
    {
        var result = new UnreadableResource(name, $"{name} could not be read at {exception.Path ?? "$"}");
        var inside = reader;
        inside.Read();
        while (inside.TokenType == JsonTokenType.PropertyName)
        {
            var property = inside.GetString();
            inside.Read();
            var value = inside;
            inside.Skip();
            inside.Read();
            result = property switch
            {
                "id" when value.TokenType == JsonTokenType.String => result with { Id = value.GetString() },
                "code" => result with { Code = TryRead<CodeableConcept>(value, options) },
                "subject" => result with { Subject = TryRead<Reference>(value, options) },
                _ => result,
            };
        }

        reader.Skip();
        return result;
    }

    private static T? TryRead<T>(Utf8JsonReader reader, JsonSerializerOptions options)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
