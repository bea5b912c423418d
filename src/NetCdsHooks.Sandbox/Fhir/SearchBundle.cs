using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NetCdsHooks.Sandbox.Samples;

namespace NetCdsHooks.Sandbox.Fhir;

/// <summary>A page of a search as a searchset Bundle; its links are absolute.</summary>
internal static class SearchBundle
{
    public static void Write(Utf8JsonWriter writer, string baseUrl, SearchQuery query, IReadOnlyList<SampleResource> found)
    {
        writer.WriteStartObject();
        writer.WriteString("resourceType", "Bundle");
        writer.WriteString("type", "searchset");
        writer.WriteNumber("total", found.Count);
        WriteLinks(writer, baseUrl, query, found.Count);

        var page = found.Skip(query.PageStart).Take(query.PageSize).ToList();
        if (page.Count > 0)
            WriteEntries(writer, baseUrl, page);
        writer.WriteEndObject();
    }

    private static void WriteLinks(Utf8JsonWriter writer, string baseUrl, SearchQuery query, int total)
    {
        writer.WriteStartArray("link");
        WriteLink(writer, "self", Address(baseUrl, query, query.PageStart));
        if (query.PageSize > 0 && query.PageStart < total - query.PageSize)
            WriteLink(writer, "next", Address(baseUrl, query, query.PageStart + query.PageSize));
        writer.WriteEndArray();
    }

    private static void WriteLink(Utf8JsonWriter writer, string relation, string url)
    {
        writer.WriteStartObject();
        writer.WriteString("relation", relation);
        writer.WriteString("url", url);
        writer.WriteEndObject();
    }

    private static void WriteEntries(Utf8JsonWriter writer, string baseUrl, List<SampleResource> page)
    {
        writer.WriteStartArray("entry");
        foreach (var resource in page)
        {
            writer.WriteStartObject();
            writer.WriteString("fullUrl", $"{baseUrl}/{resource.Type}/{resource.Id}");
            writer.WritePropertyName("resource");
            writer.WriteRawValue(resource.Json.GetRawText());
            writer.WriteStartObject("search");
            writer.WriteString("mode", "match");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Address(string baseUrl, SearchQuery query, int start)
    {
        var asked = query.Asked.Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value));
        if (start > 0)
            asked = asked.Append(KeyValuePair.Create<string, string?>(SearchQuery.Offset, $"{start}"));
        return $"{baseUrl}/{query.Type}{QueryString.Create(asked)}";
    }
}
