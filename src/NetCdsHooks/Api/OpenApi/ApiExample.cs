using System.Text.Json.Nodes;

namespace NetCdsHooks.Api.OpenApi;

/// <summary>A body that can be sent as it stands, or for <c>unmapped</c> one that is answered.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Status">How it is answered, with no client registered.</param>
internal sealed record ApiExample(string Name, int Status, JsonNode Body)
{
    private static readonly JsonNode All = JsonNode.Parse(Open())!;

    /// <param name="operation"><c>call</c>, <c>feedback</c> or <c>unmapped</c>.</param>
    internal static IEnumerable<ApiExample> Of(string operation) =>
        All[operation]!.AsArray().Select(example => new ApiExample((string)example!["name"]!, (int)example["status"]!, example["body"]!));

    private static Stream Open() => typeof(ApiExample).Assembly.GetManifestResourceStream("NetCdsHooks.Api.OpenApi.examples.json")!;
}
