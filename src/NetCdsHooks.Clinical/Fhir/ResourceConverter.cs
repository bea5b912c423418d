using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Fhir;

/// <summary>
/// Picks the record by <c>resourceType</c>. What cannot be read becomes an <see cref="UnreadableResource"/>
/// and leaves its neighbours alone; only text that is no JSON at all still throws.
/// </summary>
public sealed class ResourceConverter : ReadingConverter<Resource>
{
    private static readonly FrozenDictionary<string, KnownType> Known = new KnownType[]
    {
        new KnownType<Patient>(), new KnownType<Condition>(), new KnownType<Observation>(), new KnownType<DiagnosticReport>(),
        new KnownType<ImagingStudy>(), new KnownType<Procedure>(), new KnownType<Medication>(), new KnownType<MedicationRequest>(),
        new KnownType<MedicationStatement>(), new KnownType<MedicationAdministration>(), new KnownType<ServiceRequest>(),
        new KnownType<Appointment>(), new KnownType<CarePlan>(), new KnownType<FamilyMemberHistory>(), new KnownType<Specimen>(), new KnownType<Bundle>(),
        new KnownType<OperationOutcome>(),
    }.ToFrozenDictionary(type => type.Type.Name);

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
            return Only(WithJson(type.Read(ref reader, options), start), name);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            reader = start;
            return Salvage(ref reader, name, type, options);
        }
    }

    /// <summary>A modifier extension may turn the meaning of a resource round, and none is known here.</summary>
    private static Resource Only(Resource resource, string name)
    {
        if (resource.ModifierExtension.IsEmpty)
            return resource;
        Tolerances.Use(Tolerance.ModifierExtension);
        return new UnreadableResource(name, "it has a modifierExtension, which may change its meaning") { Id = resource.Id };
    }

    /// <summary>An order that a call changes may have to be put back as it stood.</summary>
    private static Resource WithJson(Resource resource, Utf8JsonReader start) =>
        resource is MedicationRequest request ? request with { Json = JsonElement.ParseValue(ref start) } : resource;

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
    private static UnreadableResource Salvage(ref Utf8JsonReader reader, string name, KnownType type, JsonSerializerOptions options)
    {
        var result = new UnreadableResource(name, $"{name} could not be read at {FaultPath(reader, type, options)}");
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

    /// <summary>Reads once more, the slow way that knows where it stands.</summary>
    private static string FaultPath(Utf8JsonReader reader, KnownType type, JsonSerializerOptions options)
    {
        try
        {
            JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(type.Type));
            return "$";
        }
        catch (JsonException exception)
        {
            return exception.Path ?? "$";
        }
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

    private abstract class KnownType
    {
        internal abstract Type Type { get; }

        /// <summary>Calls the converter directly: the serializer's own entry point would scan the resource twice.</summary>
        internal abstract Resource Read(ref Utf8JsonReader reader, JsonSerializerOptions options);
    }

    private sealed class KnownType<T> : KnownType
        where T : Resource
    {
        internal override Type Type => typeof(T);

        internal override Resource Read(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
            ((JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter).Read(ref reader, typeof(T), options)!;
    }
}
