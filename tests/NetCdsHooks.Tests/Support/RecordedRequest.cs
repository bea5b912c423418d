using System.Globalization;
using System.Text.Json.Nodes;

namespace NetCdsHooks.Tests.Support;

/// <summary>A request as the fake FHIR server received it. <see cref="PathAndQuery"/> is as sent, such as <c>/Observation?patient=1</c>.</summary>
internal sealed record RecordedRequest(string Method, string PathAndQuery, string? Authorization)
{
    private readonly Uri _uri = new("http://fake" + PathAndQuery);

    /// <summary>The FHIR type that the request is about, such as <c>Observation</c>.</summary>
    public string ResourceType => _uri.Segments.ElementAtOrDefault(1)?.TrimEnd('/') ?? "";

    /// <summary>The id of a read; null for a search.</summary>
    public string? Id => _uri.Segments.ElementAtOrDefault(2)?.TrimEnd('/');

    public int Offset => int.Parse(Parameters.GetValueOrDefault("_offset") ?? "0", CultureInfo.InvariantCulture);

    /// <summary>The query, decoded; of a repeated parameter the last.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; } =
        new Uri("http://fake" + PathAndQuery).Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2).Select(part => Uri.UnescapeDataString(part.Replace('+', ' '))).ToArray())
            .GroupBy(pair => pair[0])
            .ToDictionary(group => group.Key, group => group.Last().ElementAtOrDefault(1) ?? "");

    /// <summary>Of a batch; null otherwise.</summary>
    public JsonNode? Body { get; init; }

    public string? Protocol { get; init; }

    public override string ToString() => $"{Method} {PathAndQuery}";
}
