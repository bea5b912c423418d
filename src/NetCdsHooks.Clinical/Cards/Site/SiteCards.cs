using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NetCdsHooks.Clinical.Cards.Reading;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Clinical.Cards.Site;

/// <summary>What a site sets of single cards.</summary>
internal sealed class SiteCards(Overlay overlay, ImmutableArray<string>.Builder changes)
{
    internal const string Suffix = FolderReader.CardSuffix;

    private readonly ImmutableDictionary<string, string> _files =
        overlay.Ending(Suffix).ToImmutableDictionary(path => path[(path.LastIndexOf('/') + 1)..^Suffix.Length]);

    internal void Read(string id, JsonNodeReader node)
    {
        if (!_files.TryGetValue(id, out var file))
        {
            node.Reject(Suggest.Names("a card", id, _files.Keys), $"unknown card \"{id}\"");
            return;
        }

        if (node.Object("status", "limits", "wording") is not { } members || overlay.Document(file) is not { } card)
            return;
        if (members.Optional("status") is { } status && status.OneOf(CardReader.Statuses) is { } active)
        {
            overlay.Set(file, "$.status", card, "status", status);
            changes.Add($"card {id}: {(active ? "on" : "off")} ({node.File})");
        }

        foreach (var (name, limit) in members.Optional("limits")?.Members() ?? [])
            SetLimit(id, file, card, name, limit);
        if (members.Optional("wording") is { } wording)
            SetWording(id, file, card, wording);
    }

    private void SetLimit(string id, string file, JsonObject card, string name, JsonNodeReader limit)
    {
        var adjustable = card[SettingReader.Member] as JsonObject;
        if (adjustable?[name] is not JsonObject setting)
        {
            limit.Reject(
                adjustable is null ? "no limit: this card declares none as adjustable" : Suggest.Names("an adjustable limit of the card", name, adjustable.Select(known => known.Key)),
                $"\"{name}\"");
            return;
        }

        var before = setting["value"]?.ToJsonString();
        overlay.Set(file, $"$.{SettingReader.Member}.{name}.value", setting, "value", limit);
        changes.Add($"card {id}: {(string?)setting["title"]} {limit.Found}{Unit(setting)} instead of {before} ({limit.File})");
    }

    private void SetWording(string id, string file, JsonObject card, JsonNodeReader node)
    {
        if (node.Object("title", "summary", "detail", "variants", "suggestions") is not { } members)
            return;
        foreach (var name in new[] { "title", "summary", "detail" })
            if (members.Optional(name) is { } text)
                overlay.Set(file, $"$.{name}", card, name, text);
        if (members.Optional("suggestions") is { } labels)
            SetLabels(file, "$", card, labels);
        foreach (var (name, variant) in members.Optional("variants")?.Members() ?? [])
            SetVariant(file, card, name, variant);
        changes.Add($"card {id}: wording ({node.File})");
    }

    private void SetVariant(string file, JsonObject card, string name, JsonNodeReader node)
    {
        var variants = (card["variants"] as JsonArray)?.OfType<JsonObject>().ToArray() ?? [];
        var index = Array.FindIndex(variants, variant => (string?)variant["name"] == name);
        if (index < 0)
            node.Reject(Suggest.Names("a variant of the card", name, variants.Select(variant => (string?)variant["name"] ?? "")), $"unknown variant \"{name}\"");
        else if (node.Object("summary", "detail", "suggestions") is { } members)
        {
            foreach (var member in new[] { "summary", "detail" })
                if (members.Optional(member) is { } text)
                    overlay.Set(file, $"$.variants[{index}].{member}", variants[index], member, text);
            if (members.Optional("suggestions") is { } labels)
                SetLabels(file, $"$.variants[{index}]", variants[index], labels);
        }
    }

    /// <summary>Labels are found by the words that stand there now.</summary>
    private void SetLabels(string file, string path, JsonObject owner, JsonNodeReader labels)
    {
        var suggestions = (owner["suggestions"] as JsonArray)?.OfType<JsonObject>().ToArray() ?? [];
        foreach (var (label, replacement) in labels.Members())
        {
            var index = Array.FindIndex(suggestions, suggestion => (string?)suggestion["label"] == label);
            if (index < 0)
                replacement.Reject(
                    Suggest.Names("a label of a suggestion", label, suggestions.Select(suggestion => (string?)suggestion["label"]).OfType<string>()), $"\"{label}\"");
            else
                overlay.Set(file, $"{path}.suggestions[{index}].label", suggestions[index], "label", replacement);
        }
    }

    private static string Unit(JsonObject setting) => (string?)setting["unit"] is { Length: > 0 } unit ? $" {unit}" : "";
}
