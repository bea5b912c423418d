using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Clinical.Cards.Site;

/// <summary>The code systems of a site, and its codes and wordings for concepts; they are added, nothing is taken away.</summary>
internal sealed class SiteTerms(Overlay overlay, ImmutableArray<string>.Builder changes)
{
    private const string SystemsFile = "concepts/systems.json";

    internal void ReadSystem(string alias, JsonNodeReader node)
    {
        if (overlay.Document(SystemsFile)?["systems"] is not JsonObject systems)
            return;
        if (systems.ContainsKey(alias))
        {
            node.Reject("an alias that no code system has yet", $"\"{alias}\"");
            return;
        }

        overlay.Set(SystemsFile, $"$.systems.{alias}", systems, alias, node);
        changes.Add($"code system {alias} ({node.File})");
    }

    internal void ReadConcept(string id, JsonNodeReader node)
    {
        if (Find(id) is not { } place)
        {
            node.Reject(Suggest.Names("a concept", id, All().Select(known => known.Id)), $"unknown concept \"{id}\"");
            return;
        }

        if (node.Object("codes", "unverified", "text") is not { } members)
            return;
        foreach (var kind in new[] { "codes", "unverified" })
            foreach (var (alias, codes) in members.Optional(kind)?.Members() ?? [])
                AddCodes(place, kind, alias, codes);
        if (members.Optional("text") is { } patterns)
            AddPatterns(place, patterns);
        changes.Add($"concept {id}: local codes or wordings ({node.File})");
    }

    private void AddCodes(Place place, string kind, string alias, JsonNodeReader codes)
    {
        var systems = place.Concept[kind] as JsonObject ?? NewObject(place.Concept, kind);
        var list = systems[alias] as JsonObject;
        if (list is null)
        {
            overlay.Set(place.File, $"{place.Path}.{kind}.{alias}", systems, alias, codes);
            return;
        }

        foreach (var (code, label) in codes.Members())
            if (list.ContainsKey(code))
                label.Reject("a code that the concept does not have yet", $"\"{code}\"");
            else
                overlay.Set(place.File, $"{place.Path}.{kind}.{alias}.{code}", list, code, label);
    }

    private static JsonObject NewObject(JsonObject parent, string name)
    {
        var created = new JsonObject();
        parent[name] = created;
        return created;
    }

    private void AddPatterns(Place place, JsonNodeReader patterns)
    {
        var known = place.Concept["text"] as JsonArray ?? [];
        var all = new JsonArray([.. known.Select(pattern => pattern?.DeepClone())]);
        foreach (var pattern in patterns.Items())
            if (pattern.Text() is { } text)
                all.Add(text);
        var holder = new JsonObject { ["text"] = all };
        overlay.Set(place.File, $"{place.Path}.text", place.Concept, "text", patterns with { Value = System.Text.Json.JsonSerializer.SerializeToElement(holder["text"]) });
    }

    private Place? Find(string id) => All().Where(place => place.Id == id).Select(place => (Place?)place).FirstOrDefault();

    private IEnumerable<Place> All() =>
        from file in overlay.Ending(".concepts.json")
        from item in (overlay.Document(file)?["concepts"] as JsonArray)?.Index() ?? []
        where item.Item is JsonObject
        select new Place(file, $"$.concepts[{item.Index}]", (JsonObject)item.Item!, (string?)item.Item!["id"] ?? "");

    private readonly record struct Place(string File, string Path, JsonObject Concept, string Id);
}
