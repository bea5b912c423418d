using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NetCdsHooks.Tests.Conformance;

/// <summary>What every answer of a service has to look like; each fault bears the id of the requirement that it breaks.</summary>
internal static partial class AnswerRules
{
    private static readonly string[] Indicators = ["info", "warning", "critical"];
    private static readonly string[] Choices = ["at-most-one", "any"];
    private static readonly string[] Kinds = ["create", "update", "delete"];

    internal static IEnumerable<string> Broken(JsonNode answer)
    {
        if (answer["cards"] is not JsonArray cards)
            return ["R-01"];
        return cards.SelectMany(card => OfCard(card!.AsObject()))
            .Concat(answer["systemActions"] is JsonArray actions ? OfActions(actions).Select(fault => fault == "S-07" ? "Y-02" : fault).Append(actions.Count == 0 ? "Y-04" : "") : [])
            .Concat(Empty(answer))
            .Where(fault => fault.Length > 0)
            .Distinct();
    }

    private static IEnumerable<string> OfCard(JsonObject card)
    {
        if (Text(card, "uuid") is { } uuid && !Uuid().IsMatch(uuid))
            yield return "C-01";
        if (Text(card, "summary") is not { Length: > 0 and < 140 })
            yield return "C-02";
        if (!Indicators.Contains(Text(card, "indicator")))
            yield return "C-05";
        if (card["source"] is not JsonObject source || Text(source, "label") is null)
            yield return "C-06";
        else
        {
            if (source["url"] is { } address && !IsHttps((string?)address))
                yield return "C-07";
            if (source["topic"] is JsonObject topic && (Text(topic, "code") is not { } code || !Topic().IsMatch(code) || Text(topic, "system") is null))
                yield return "C-09";
        }

        if (card.ContainsKey("suggestions") != card.ContainsKey("selectionBehavior"))
            yield return "C-10";
        if (card.ContainsKey("selectionBehavior") && !Choices.Contains(Text(card, "selectionBehavior")))
            yield return "C-11";
        foreach (var fault in OfReasons(Objects(card, "overrideReasons")).Concat(OfSuggestions(card)).Concat(Objects(card, "links").SelectMany(OfLink)))
            yield return fault;
    }

    private static IEnumerable<string> OfReasons(JsonObject[] reasons)
    {
        if (reasons.Any(reason => Text(reason, "code") is null || Text(reason, "system") is null || Text(reason, "display") is null)
            || reasons.DistinctBy(reason => Text(reason, "code")).Count() < reasons.Length)
            yield return "C-12";
    }

    private static IEnumerable<string> OfSuggestions(JsonObject card)
    {
        var suggestions = Objects(card, "suggestions");
        if (suggestions.Any(suggestion => Text(suggestion, "label") is null))
            yield return "S-01";
        if (suggestions.Any(suggestion => Text(suggestion, "uuid") is { } uuid && !Uuid().IsMatch(uuid)))
            yield return "S-02";
        if (Text(card, "selectionBehavior") == "at-most-one" && suggestions.Count(suggestion => (bool?)suggestion["isRecommended"] == true) > 1)
            yield return "S-03";
        if (suggestions.Any(suggestion => suggestion.ContainsKey("actionSelectionBehavior")))
            yield return "S-12";
        foreach (var fault in suggestions.Where(suggestion => suggestion["actions"] is JsonArray).SelectMany(suggestion => OfActions(suggestion["actions"]!.AsArray())))
            yield return fault;
    }

    private static IEnumerable<string> OfActions(JsonArray actions)
    {
        foreach (var action in actions.Select(action => action!.AsObject()))
        {
            var kind = Text(action, "type");
            var resource = action["resource"] as JsonObject;
            if (!Kinds.Contains(kind))
                yield return "S-06";
            if (Text(action, "description") is null)
                yield return "S-07";
            if (kind == "create" && resource?["resourceType"] is null)
                yield return "S-08";
            if (kind == "update" && (resource?["resourceType"] is null || resource["id"] is null))
                yield return "S-09";
            if (kind == "delete" && !Reference().IsMatch(Text(action, "resourceId") ?? ""))
                yield return "S-10";
            if (kind == "delete" && action.ContainsKey("resource"))
                yield return "S-11";
        }
    }

    private static IEnumerable<string> OfLink(JsonObject link)
    {
        if (Text(link, "label") is null)
            yield return "L-01";
        if (!IsHttps(Text(link, "url")))
            yield return "L-02";
        if (Text(link, "type") is not ("absolute" or "smart"))
            yield return "L-03";
        if (Text(link, "type") == "absolute" && link.ContainsKey("appContext"))
            yield return "L-04";
    }

    private static IEnumerable<string> Empty(JsonNode? node) => node switch
    {
        null => ["G-02"],
        JsonObject all => all.SelectMany(member => member.Key is "cards" or "systemActions" && member.Value is JsonArray list
            ? list.SelectMany(Empty)
            : member.Value is JsonObject { Count: 0 } or JsonArray { Count: 0 } ? ["G-02"] : Empty(member.Value)),
        JsonArray list => list.SelectMany(Empty),
        JsonValue value => value.TryGetValue<string>(out var text) && text.Length == 0 ? ["G-02"] : [],
        _ => [],
    };

    private static string? Text(JsonObject from, string member) =>
        from[member] is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static JsonObject[] Objects(JsonObject from, string member) => from[member] is JsonArray list ? [.. list.Select(item => item!.AsObject())] : [];

    private static bool IsHttps(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;

    [GeneratedRegex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
    private static partial Regex Uuid();

    [GeneratedRegex("^[A-Za-z0-9]{1,100}$")]
    private static partial Regex Topic();

    [GeneratedRegex(@"^[A-Z][A-Za-z]+/[A-Za-z0-9\-.]{1,64}$")]
    private static partial Regex Reference();
}
