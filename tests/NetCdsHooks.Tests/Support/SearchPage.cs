using System.Globalization;
using System.Text.Json.Nodes;

namespace NetCdsHooks.Tests.Support;

/// <summary>One page of a searchset with its links, which a fault may lead astray.</summary>
internal sealed class SearchPage(Uri baseUrl, RecordedRequest request, FhirFault? fault, int maxSize)
{
    public JsonObject Cut(IReadOnlyList<JsonObject> found)
    {
        var size = request.Parameters.TryGetValue("_count", out var count)
            ? Math.Min(int.Parse(count, CultureInfo.InvariantCulture), maxSize)
            : maxSize;
        var start = fault is FhirFault.EndlessPages ? 0 : request.Offset;
        var goesOn = fault is FhirFault.NextPageFails or FhirFault.NextPageAt or FhirFault.EndlessPages || start + size < found.Count;
        var links = new JsonArray(Link("self", new Uri(baseUrl, request.PathAndQuery)));
        if (goesOn)
            links.Add(Link("next", NextPage(request.Offset + size)));
        return new JsonObject
        {
            ["resourceType"] = "Bundle",
            ["type"] = "searchset",
            ["total"] = found.Count,
            ["link"] = links,
            ["entry"] = new JsonArray([.. found.Skip(start).Take(size).Select(Entry)]),
        };
    }

    private Uri NextPage(int offset)
    {
        var parameters = request.Parameters
            .Where(parameter => parameter.Key != "_offset")
            .Append(KeyValuePair.Create("_offset", offset.ToString(CultureInfo.InvariantCulture)));
        var query = string.Join('&', parameters.Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value)}"));
        return new Uri(fault is FhirFault.NextPageAt elsewhere ? elsewhere.Host : baseUrl, $"/{request.ResourceType}?{query}");
    }

    private JsonNode Entry(JsonObject resource) => new JsonObject
    {
        ["fullUrl"] = new Uri(baseUrl, $"/{resource["resourceType"]}/{resource["id"]}").AbsoluteUri,
        ["resource"] = resource.DeepClone(),
        ["search"] = new JsonObject { ["mode"] = "match" },
    };

    private static JsonNode Link(string relation, Uri url) => new JsonObject { ["relation"] = relation, ["url"] = url.AbsoluteUri };
}
