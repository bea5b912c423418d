using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Tests.Cards.Mutation;

/// <summary>Puts faults into a card file: each limit moved by the smallest step, each criterion dropped, each indicator swapped.</summary>
internal sealed class CardMutator(string card, KnowledgeFile file)
{
    private static readonly Dictionary<string, string> Comparisons = new()
    {
        ["atLeast"] = "above", ["above"] = "atLeast", ["atMost"] = "below", ["below"] = "atMost",
    };

    private static readonly Dictionary<string, string> Indicators = new() { ["info"] = "warning", ["warning"] = "info", ["critical"] = "warning" };

    /// <summary>Counts and times go in whole steps, measured values in tenths.</summary>
    private static readonly string[] WholeUnits = ["days", "weeks", "months", "years"];

    internal IEnumerable<Mutant> Mutants()
    {
        var places = new List<string[]>();
        Collect(Parse(), [], places);
        foreach (var path in places)
            foreach (var mutant in MutantsAt(path))
                yield return mutant;
    }

    private static void Collect(JsonNode? node, string[] path, List<string[]> places)
    {
        places.Add(path);
        if (node is JsonObject members)
            foreach (var (name, member) in members)
                Collect(member, [.. path, name], places);
        if (node is JsonArray items)
            for (var index = 0; index < items.Count; index++)
                Collect(items[index], [.. path, index.ToString(CultureInfo.InvariantCulture)], places);
    }

    private IEnumerable<Mutant> MutantsAt(string[] path)
    {
        if (path.Length == 0)
            yield break;
        var name = path[^1];
        var owner = path.Length > 1 ? path[^2] : "";
        if (name == "indicator" && (path.Length == 1 || path[0] == "variants"))
            yield return Change(path, "swapped", (parent, key) => parent[key] = Indicators[(string)parent[key]!]);
        if (IsCriteria(path) && owner is "when" or "unless" || (IsCriteria(path) && path.Length > 2 && path[^3] == "anyOf"))
            yield return Change(path, "dropped", (parent, key) => parent.Remove(key));
        if (path[0] is "excludedBy" or "requires" or "yieldsTo" or "appliesTo" && path.Length == 1)
            yield return Change(path, "dropped", (parent, key) => parent.Remove(key));
        if (Comparisons.TryGetValue(name, out var other) && IsCriteria(path))
        {
            yield return Change(path, $"turned into {other}", (parent, key) =>
            {
                var limit = parent[key]!.DeepClone();
                parent.Remove(key);
                parent[other] = limit;
            });
            foreach (var direction in new[] { 1, -1 })
                yield return Change(path, direction > 0 ? "one step up" : "one step down", (parent, key) => Move(parent, key, direction));
        }

        if (path is ["adjustable", _, "value"])
            foreach (var direction in new[] { 1, -1 })
                yield return Change(path, direction > 0 ? "one step up" : "one step down", (parent, key) => Move(parent, key, direction));
    }

    /// <summary>Wording has criteria too, but a changed paragraph changes no decision.</summary>
    private static bool IsCriteria(string[] path) =>
        path[0] is "when" or "unless" || (path is ["variants", _, "when", ..]);

    private static void Move(JsonObject parent, string key, int direction)
    {
        if (parent[key] is not JsonValue value || value.GetValueKind() != JsonValueKind.Number)
            return;
        var limit = decimal.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
        var unit = (string?)parent["unit"] ?? "";
        var step = WholeUnits.Contains(unit) || unit.Length == 0 ? 1 : 0.1m;
        parent[key] = limit + (direction * step);
    }

    private Mutant Change(string[] path, string what, Action<JsonObject, string> change)
    {
        var root = Parse();
        JsonNode parent = root;
        foreach (var step in path[..^1])
            parent = parent is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)]! : parent[step]!;
        if (parent is JsonObject members)
            change(members, path[^1]);
        return new(card, $"$.{string.Join('.', path)} {what}", file with { Content = Encoding.UTF8.GetBytes(root.ToJsonString()) });
    }

    private JsonObject Parse() => JsonNode.Parse(file.Content.Span)!.AsObject();
}
