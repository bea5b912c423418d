using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetCdsHooks.Clinical.Cards.Facts;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Clinical.Cards.Reading;

/// <summary>
/// Reads the limits that a card declares as adjustable, and puts their values where criteria and wording name them;
/// the rest of the reading then sees plain numbers.
/// </summary>
internal static class SettingReader
{
    internal const string Member = "adjustable";

    private static readonly ImmutableArray<string> Limits = ["atLeast", "atMost", "above", "below"];

    internal static (ImmutableArray<CardSetting> Settings, JsonNodeReader Card) Read(JsonNodeReader card)
    {
        if (card.Value.ValueKind != JsonValueKind.Object || !card.Value.TryGetProperty(Member, out var value))
            return ([], card);
        var settings = ReadSettings(new(card.File, $"{card.Path}.{Member}", value, card.Problems));
        if (settings.IsEmpty)
            return (settings, card);
        var used = new HashSet<string>();
        var filled = JsonNode.Parse(card.Value.GetRawText())!;
        Fill(filled, card, settings, used);
        foreach (var setting in settings.Where(setting => !used.Contains(setting.Name)))
            card.Problems.Add(card.File, $"{card.Path}.{Member}.{setting.Name}", "a limit that nothing in the card names", "a limit that a criterion names");
        return (settings, card with { Value = JsonSerializer.SerializeToElement(filled) });
    }

    /// <summary>The content of a card file that has been read before, with the values in place.</summary>
    internal static JsonElement Filled(KnowledgeFile file) =>
        JsonNodeReader.Open(file, new ProblemList()) is { } card ? Read(card).Card.Value : default;

    private static ImmutableArray<CardSetting> ReadSettings(JsonNodeReader node)
    {
        var settings = ImmutableArray.CreateBuilder<CardSetting>();
        foreach (var (name, item) in node.Members())
            if (item.Object("title", "value", "unit", "from", "to") is { } members
                && members.Required("title")?.Text() is { } title
                && members.Required("value") is { } valueNode && valueNode.Number() is { } value
                && members.Required("from")?.Number() is { } from && members.Required("to")?.Number() is { } to)
            {
                var setting = new CardSetting(name, title, value, members.Optional("unit")?.Text() ?? "", from, to);
                if (FactCatalog.Find(name) is not null)
                    item.Reject("a name that no fact has", $"\"{name}\"");
                else if (value < from || value > to)
                    valueNode.Reject(setting.Range);
                else
                    settings.Add(setting);
            }

        return settings.DrainToImmutable();
    }

    private static void Fill(JsonNode? node, JsonNodeReader place, ImmutableArray<CardSetting> settings, HashSet<string> used)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, member) in members.ToArray())
                    if (name != Member)
                        FillMember(members, name, member, place with { Path = $"{place.Path}.{name}" }, settings, used);
                break;
            case JsonArray items:
                for (var index = 0; index < items.Count; index++)
                    if (items[index] is JsonValue value && TextOf(value) is { } text)
                        items[index] = InText(text, settings);
                    else
                        Fill(items[index], place with { Path = $"{place.Path}[{index}]" }, settings, used);
                break;
        }
    }

    private static void FillMember(
        JsonObject parent, string name, JsonNode? member, JsonNodeReader place, ImmutableArray<CardSetting> settings, HashSet<string> used)
    {
        if (member is not JsonValue value || TextOf(value) is not { } text)
            Fill(member, place, settings, used);
        else if (!Limits.Contains(name))
            parent[name] = InText(text, settings);
        else if (settings.FirstOrDefault(setting => setting.Name == text) is { } setting)
        {
            parent[name] = setting.Value;
            used.Add(text);
        }
        else
            place.Problems.Add(place.File, place.Path, $"\"{text}\"", Suggest.Names("a number, or an adjustable limit", text, settings.Select(known => known.Name)));
    }

    private static string InText(string text, ImmutableArray<CardSetting> settings) =>
        settings.Aggregate(text, (all, setting) => all.Replace($"{{{{{setting.Name}}}}}", setting.Text, StringComparison.Ordinal));

    private static string? TextOf(JsonValue value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
