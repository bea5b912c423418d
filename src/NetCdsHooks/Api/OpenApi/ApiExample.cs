using System.Text.Json.Nodes;

namespace NetCdsHooks.Api.OpenApi;

/// <summary>A body that can be sent as it stands.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Status">How it is answered, with no client registered.</param>
internal sealed record ApiExample(string Name, int Status, JsonNode Body)
{
    private static readonly JsonNode All = JsonNode.Parse(Open())!;

    /// <param name="operation"><c>call</c> or <c>feedback</c>.</param>
    internal static IEnumerable<ApiExample> Of(string operation) =>
        All[operation]!.AsArray().Select(example => new ApiExample((string)example!["name"]!, (int)example["status"]!, example["body"]!));

    private static Stream Open() => typeof(ApiExample).Assembly.GetManifestResourceStream("NetCdsHooks.Api.OpenApi.examples.json")!;
}
