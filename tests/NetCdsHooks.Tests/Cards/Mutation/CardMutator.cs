using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Tests.Cards.Mutation;

/// <summary>
/// Puts faults into a card file: each limit moved by the smallest step, each comparison turned, each criterion, branch, word of a list
/// and reference to another card dropped, each indicator swapped.
/// </summary>
internal sealed class CardMutator(string card, KnowledgeFile file)
{
    private static readonly Dictionary<string, string> Comparisons = new()
    {
        ["atLeast"] = "above",
        ["above"] = "atLeast",
        ["atMost"] = "below",
        ["below"] = "atMost",
    };

    private static readonly Dictionary<string, string> Indicators = new() { ["info"] = "warning", ["warning"] = "info", ["critical"] = "warning" };

    /// <summary>Counts and times go in whole steps, measured values in tenths.</summary>
    private static readonly string[] WholeUnits = ["days", "weeks", "months", "years"];

    /// <summary>The program sets the urgency of a card that stands for others, whatever its file says.</summary>
    private bool SpeaksForOthers => Parse() is var root && (root.ContainsKey("merges") || root.ContainsKey("namesWhatIsMissing"));

    /// <summary>Each fault once; what leaves the card as it was is no fault.</summary>
    internal IEnumerable<Mutant> Mutants()
    {
        var places = new List<string[]>();
        Collect(Parse(), [], places);
        var seen = new HashSet<string> { Parse().ToJsonString() };
        return places.SelectMany(MutantsAt).Where(mutant => seen.Add(Encoding.UTF8.GetString(mutant.File.Content.Span)));
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
        if (name == "indicator" && (path.Length == 1 || path[0] == "variants") && !SpeaksForOthers)
            yield return Change(path, "swapped", (parent, key) => parent[key] = Indicators[(string)parent[key]!]);
        if (IsDroppable(path))
            yield return Drop(path);
        if (Comparisons.TryGetValue(name, out var other) && IsCriteria(path))
        {
            yield return Change(path, $"turned into {other}", (parent, key) =>
            {
                var limit = parent[key]!.DeepClone();
                parent.Remove(key);
                parent[other] = limit;
            });
        }

        if ((Comparisons.ContainsKey(name) && IsCriteria(path)) || path is ["adjustable", _, "value"])
            foreach (var direction in new[] { 1, -1 })
                yield return Change(path, direction > 0 ? "one step up" : "one step down", (parent, key) => Move(parent, key, direction));
    }

    /// <summary>Criteria, branches, words of lists, permissions for unknowns, and references to other cards or kinds of orders.</summary>
    private static bool IsDroppable(string[] path) => path switch
    {
        ["excludedBy" or "requires" or "yieldsTo" or "appliesTo"] or ["excludedBy" or "requires" or "yieldsTo" or "appliesTo", _] => true,
        _ when !IsCriteria(path) || path.Length < 2 => false,
        [.., "when" or "unless" or "anyOf" or "in" or "notIn", _] => path[^1] != "anyOf",
        [.., "orUnknown"] => true,
        [.., "anyOf", _, _] => path[^1] != "anyOf",
        _ => false,
    };

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
        if (At(root, path[..^1]) is JsonObject parent)
            change(parent, path[^1]);
        return Faulty(root, path, what);
    }

    /// <summary>With whatever would be left empty; a variant without its only criterion goes as a whole.</summary>
    private Mutant Drop(string[] path)
    {
        var root = Parse();
        for (var place = path; place.Length > 0; place = place is ["variants", _, "when"] ? place[..2] : place[..^1])
        {
            var parent = At(root, place[..^1]);
            if (parent is JsonArray items)
                items.RemoveAt(int.Parse(place[^1], CultureInfo.InvariantCulture));
            else
                parent.AsObject().Remove(place[^1]);
            if (parent is JsonArray { Count: > 0 } or JsonObject { Count: > 0 } && place is not ["variants", _, "when"])
                break;
        }

        return Faulty(root, path, "dropped");
    }

    private static JsonNode At(JsonNode root, string[] path) =>
        path.Aggregate(root, (node, step) => node is JsonArray items ? items[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!);

    private Mutant Faulty(JsonObject root, string[] path, string what) =>
        new(card, $"$.{string.Join('.', path)} {what}", file with { Content = Encoding.UTF8.GetBytes(root.ToJsonString()) });

    private JsonObject Parse() => JsonNode.Parse(file.Content.Span)!.AsObject();
}
