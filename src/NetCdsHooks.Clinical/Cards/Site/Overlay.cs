using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Clinical.Cards.Site;

/// <summary>Copies of the shipped files in which single places are set anew, and where each new value comes from.</summary>
internal sealed class Overlay(IReadOnlyCollection<KnowledgeFile> shipped)
{
    private readonly Dictionary<string, JsonNode?> _changed = [];
    private readonly Dictionary<(string File, string Path), (string File, string Path)> _origins = [];

    internal ImmutableDictionary<(string File, string Path), (string File, string Path)> Origins => _origins.ToImmutableDictionary();

    /// <summary>The paths of the shipped files that end so.</summary>
    internal IEnumerable<string> Ending(string suffix) => shipped.Select(file => file.Path).Where(path => path.EndsWith(suffix, StringComparison.Ordinal));

    /// <summary>The content of a shipped file, which may be changed; null when it is no JSON object, which loading will tell.</summary>
    internal JsonObject? Document(string path)
    {
        if (!_changed.TryGetValue(path, out var node))
            _changed[path] = node = Parse(shipped.First(file => file.Path == path));
        return node as JsonObject;
    }

    /// <param name="file">The shipped file.</param>
    /// <param name="path">The place in it, such as <c>$.variants[2].summary</c>.</param>
    /// <param name="parent">What holds the place.</param>
    /// <param name="name">The member.</param>
    /// <param name="source">The site's value.</param>
    internal void Set(string file, string path, JsonObject parent, string name, JsonNodeReader source)
    {
        parent[name] = JsonNode.Parse(source.Value.GetRawText());
        _origins[(file, path)] = (source.File, source.Path);
    }

    internal IEnumerable<KnowledgeFile> Files() =>
        shipped.Select(file => _changed.TryGetValue(file.Path, out var node) && node is not null
            ? file with { Content = Encoding.UTF8.GetBytes(node.ToJsonString()) }
            : file);

    private static JsonNode? Parse(KnowledgeFile file)
    {
        try
        {
            return JsonNode.Parse(file.Content.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
