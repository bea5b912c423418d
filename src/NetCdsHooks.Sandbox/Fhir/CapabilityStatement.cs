using System.Globalization;
using System.Text.Json;

namespace NetCdsHooks.Sandbox.Fhir;

/// <summary>What this endpoint can do, written from the same catalogue that answers the searches.</summary>
internal static class CapabilityStatement
{
    public static void Write(Utf8JsonWriter writer, string baseUrl, DateOnly asOf, IEnumerable<string> types)
    {
        writer.WriteStartObject();
        writer.WriteString("resourceType", "CapabilityStatement");
        writer.WriteString("status", "active");
        writer.WriteString("date", asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteString("kind", "instance");
        writer.WriteStartObject("implementation");
        writer.WriteString("description", "Invented patients for trying out NetCdsHooks; read-only. Dates are moved so that the data are as of today.");
        writer.WriteString("url", baseUrl);
        writer.WriteEndObject();
        writer.WriteString("fhirVersion", "4.0.1");
        writer.WriteStartArray("format");
        writer.WriteStringValue("application/fhir+json");
        writer.WriteStringValue("json");
        writer.WriteEndArray();
        WriteRest(writer, types);
        writer.WriteEndObject();
    }

    private static void WriteRest(Utf8JsonWriter writer, IEnumerable<string> types)
    {
        writer.WriteStartArray("rest");
        writer.WriteStartObject();
        writer.WriteString("mode", "server");
        writer.WriteStartObject("security");
        writer.WriteBoolean("cors", true);
        writer.WriteString("description", "None: every patient is invented.");
        writer.WriteEndObject();
        writer.WriteStartArray("resource");
        foreach (var type in types)
            WriteType(writer, type);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteType(Utf8JsonWriter writer, string type)
    {
        writer.WriteStartObject();
        writer.WriteString("type", type);
        writer.WriteStartArray("interaction");
        foreach (var interaction in (string[])["read", "search-type"])
        {
            writer.WriteStartObject();
            writer.WriteString("code", interaction);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("searchParam");
        foreach (var parameter in SearchCatalog.For(type))
        {
            writer.WriteStartObject();
            writer.WriteString("name", parameter.Name);
            writer.WriteString("type", parameter.FhirType);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
