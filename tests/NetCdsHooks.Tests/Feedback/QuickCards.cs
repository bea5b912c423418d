using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Feedback;

/// <summary>
/// The <see cref="TestCards"/> without the wordings by which free text is recognised: reading those is most of a start, and
/// tests that start the program many times have no free text.
/// </summary>
internal static class QuickCards
{
    private static readonly Lazy<string> LazyFolder = new(Write);

    /// <summary>Read only.</summary>
    internal static string Folder => LazyFolder.Value;

    private static string Write()
    {
        var folder = TestCards.NewFolder();
        foreach (var path in Directory.GetFiles(Path.Combine(folder, "concepts"), "*.json"))
        {
            var file = JsonNode.Parse(File.ReadAllText(path))!;
            foreach (var concept in (file["concepts"]?.AsArray() ?? []).Select(concept => concept!.AsObject()))
                Strip(concept);
            File.WriteAllText(path, file.ToJsonString());
        }

        foreach (var examples in Directory.GetFiles(folder, "*.examples.json", SearchOption.AllDirectories))
            File.Delete(examples);
        return folder;
    }

    private static void Strip(JsonObject concept)
    {
        if (!concept.ContainsKey("codes"))
        {
            concept["text"] = new JsonArray((string)concept["id"]!);
            return;
        }

        concept.Remove("text");
        if (concept["exclude"] is JsonObject exclude && exclude.Remove("text") && exclude.Count == 0)
            concept.Remove("exclude");
    }
}
