using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace NetCdsHooks.Gathering.Asking;

/// <summary>The three ways to ask a FHIR server for data. None changes anything there.</summary>
internal static class FhirRequest
{
    private const string FhirJsonType = "application/fhir+json";

    internal static HttpRequestMessage Get(Uri address) => Of(HttpMethod.Get, address);

    /// <summary>The search of an address with its parameters in the body, where long ones are not cut and no log of addresses holds them.</summary>
    internal static HttpRequestMessage Search(Uri address)
    {
        var request = Of(HttpMethod.Post, new Uri($"{address.GetLeftPart(UriPartial.Path)}/_search"));
        request.Content = new StringContent(address.Query.TrimStart('?'), new MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        return request;
    }

    /// <summary>Several reads and searches at once, answered in their order.</summary>
    /// <param name="addresses">Relative to the base.</param>
    internal static HttpRequestMessage Batch(Uri baseUrl, IEnumerable<string> addresses)
    {
        var request = Of(HttpMethod.Post, new Uri(baseUrl.AbsoluteUri.TrimEnd('/')));
        request.Content = JsonContent.Create(
            new JsonObject
            {
                ["resourceType"] = "Bundle",
                ["type"] = "batch",
                ["entry"] = new JsonArray([.. addresses.Select(address => new JsonObject
                {
                    ["request"] = new JsonObject { ["method"] = "GET", ["url"] = address },
                })]),
            },
            new MediaTypeHeaderValue(FhirJsonType));
        return request;
    }

    private static HttpRequestMessage Of(HttpMethod method, Uri address)
    {
        var request = new HttpRequestMessage(method, address) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        request.Headers.Accept.ParseAdd($"{FhirJsonType}, application/json;q=0.9");
        return request;
    }
}
