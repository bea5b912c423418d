using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NetCdsHooks.Commands.Calling;

/// <summary>What every answer of a CDS service has to look like (CDS Hooks 2.6 to 2.10). Whether the advice is good is another matter.</summary>
internal static partial class AnswerRules
{
    private const string UuidForm = "a lower-case UUID without urn:uuid:";

    private static readonly string[] Indicators = ["info", "warning", "critical"];
    private static readonly string[] Choices = ["at-most-one", "any"];

    /// <returns>Each fault once; none for an answer as it should be.</returns>
    internal static IEnumerable<AnswerFault> Broken(JsonNode answer)
    {
        if (answer is not JsonObject all || all["cards"] is not JsonArray cards)
            return [new("R-01", "$.cards", "an array, also without advice")];
        return cards.SelectMany((card, place) => card is JsonObject members ? OfCard(members) : [new("R-01", $"$.cards[{place}]", "an object")])
            .Concat(OfSystemActions(all))
            .Concat(Empty(answer, "$"))
            .Distinct();
    }

    private static IEnumerable<AnswerFault> OfCard(JsonObject card)
    {
        if (Text(card, "uuid") is { } uuid && !Uuid().IsMatch(uuid))
            yield return At("C-01", card, "uuid", UuidForm);
        if (Text(card, "summary") is not { Length: < 140 })
            yield return At("C-02", card, "summary", "1 to 139 characters");
        if (!Indicators.Contains(Text(card, "indicator")))
            yield return At("C-05", card, "indicator", string.Join(", ", Indicators));
        if (card.ContainsKey("suggestions") != card.ContainsKey("selectionBehavior"))
            yield return At("C-10", card, "selectionBehavior", "there with suggestions, and with them alone");
        if (card.ContainsKey("selectionBehavior") && !Choices.Contains(Text(card, "selectionBehavior")))
            yield return At("C-11", card, "selectionBehavior", string.Join(", ", Choices));
        foreach (var fault in OfSource(card).Concat(OfReasons(card)).Concat(OfSuggestions(card)).Concat(NoObjects("L-01", card, "links")).Concat(Objects(card, "links").SelectMany(OfLink)))
            yield return fault;
    }

    private static IEnumerable<AnswerFault> OfSource(JsonObject card)
    {
        if (card["source"] is not JsonObject source || Text(source, "label") is null)
        {
            yield return At("C-06", card, "source", "an object with a label");
            yield break;
        }

        if (source.ContainsKey("url") && !IsHttps(Text(source, "url")))
            yield return At("C-07", source, "url", "an absolute https address");
        if (source["topic"] is { } given && (given is not JsonObject topic || Text(topic, "code") is not { } code || !Topic().IsMatch(code) || Text(topic, "system") is null))
            yield return At("C-09", source, "topic", "a system, and a code of letters and digits");
    }

    private static IEnumerable<AnswerFault> OfReasons(JsonObject card)
    {
        foreach (var fault in NoObjects("C-12", card, "overrideReasons"))
            yield return fault;
        var reasons = Objects(card, "overrideReasons");
        foreach (var reason in reasons.Where(reason => Text(reason, "code") is null || Text(reason, "system") is null || Text(reason, "display") is null))
            yield return new("C-12", reason.GetPath(), "code, system and display");
        if (reasons.DistinctBy(reason => (Text(reason, "system"), Text(reason, "code"))).Count() < reasons.Length)
            yield return At("C-12", card, "overrideReasons", "each code once");
    }

    private static IEnumerable<AnswerFault> OfSuggestions(JsonObject card)
    {
        foreach (var fault in NoObjects("S-01", card, "suggestions"))
            yield return fault;
        var suggestions = Objects(card, "suggestions");
        foreach (var suggestion in suggestions)
        {
            if (Text(suggestion, "label") is null)
                yield return At("S-01", suggestion, "label", "a text");
            if (Text(suggestion, "uuid") is { } uuid && !Uuid().IsMatch(uuid))
                yield return At("S-02", suggestion, "uuid", UuidForm);
            if (suggestion.ContainsKey("actionSelectionBehavior"))
                yield return At("S-12", suggestion, "actionSelectionBehavior", "nothing, unless this client is known to take it");
            foreach (var fault in NoObjects("S-06", suggestion, "actions").Concat(Objects(suggestion, "actions").SelectMany(OfAction)))
                yield return fault;
        }

        if (Text(card, "selectionBehavior") == "at-most-one" && suggestions.Count(suggestion => suggestion["isRecommended"]?.ToJsonString() == "true") > 1)
            yield return At("S-03", card, "suggestions", "one that is recommended at the most");
    }

    private static IEnumerable<AnswerFault> OfAction(JsonObject action)
    {
        if (Text(action, "description") is null)
            yield return At("S-07", action, "description", "a text");
        var isResource = action["resource"] is JsonObject resource && Text(resource, "resourceType") is not null;
        switch (Text(action, "type"))
        {
            case "create" when !isResource:
                yield return At("S-08", action, "resource", "the new resource");
                break;
            case "update" when !isResource || action["resource"]!["id"] is null:
                yield return At("S-09", action, "resource", "the whole resource with its id");
                break;
            case "delete" when action.ContainsKey("resource"):
                yield return At("S-11", action, "resource", "nothing in a delete");
                break;
            case "delete" when !Reference().IsMatch(Text(action, "resourceId") ?? ""):
                yield return At("S-10", action, "resourceId", "a relative reference such as MedicationRequest/a");
                break;
            case "create" or "update" or "delete":
                break;
            default:
                yield return At("S-06", action, "type", "create, update, delete");
                break;
        }
    }

    private static IEnumerable<AnswerFault> OfLink(JsonObject link)
    {
        if (Text(link, "label") is null)
            yield return At("L-01", link, "label", "a text");
        if (!IsHttps(Text(link, "url")))
            yield return At("L-02", link, "url", "an absolute https address");
        if (Text(link, "type") is not ("absolute" or "smart"))
            yield return At("L-03", link, "type", "absolute, smart");
        if (Text(link, "type") == "absolute" && link.ContainsKey("appContext"))
            yield return At("L-04", link, "appContext", "nothing on an absolute link");
    }

    private static IEnumerable<AnswerFault> OfSystemActions(JsonObject answer)
    {
        if (answer["systemActions"] is not JsonArray actions)
            return NoObjects("Y-02", answer, "systemActions");
        return actions.Count == 0
            ? [new("Y-04", "$.systemActions", "actions, or no such member")]
            : NoObjects("Y-02", answer, "systemActions")
                .Concat(actions.OfType<JsonObject>().SelectMany(OfAction).Select(fault => fault.Rule == "S-07" ? fault with { Rule = "Y-02" } : fault));
    }

    /// <summary>Null, empty texts, lists and objects, but for the two lists that may be empty.</summary>
    private static IEnumerable<AnswerFault> Empty(JsonNode? node, string path) => node switch
    {
        JsonObject { Count: 0 } or JsonArray { Count: 0 } when path is not ("$.cards" or "$.systemActions") => [Nothing(path)],
        JsonObject all => all.SelectMany(member => Empty(member.Value, $"{path}.{member.Key}")),
        JsonArray list => list.SelectMany((item, place) => Empty(item, $"{path}[{place}]")),
        JsonValue value when !value.TryGetValue<string>(out var text) || text.Length > 0 => [],
        _ => [Nothing(path)],
    };

    private static AnswerFault Nothing(string path) => new("G-02", path, "a value, or no such member");

    private static AnswerFault At(string rule, JsonObject parent, string member, string accepted) => new(rule, $"{parent.GetPath()}.{member}", accepted);

    private static string? Text(JsonObject from, string member) =>
        from[member] is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static JsonObject[] Objects(JsonObject from, string member) => from[member] is JsonArray list ? [.. list.OfType<JsonObject>()] : [];

    /// <summary>What <see cref="Objects"/> passes over.</summary>
    private static IEnumerable<AnswerFault> NoObjects(string rule, JsonObject from, string member) =>
        from[member] is { } found && (found is not JsonArray list || list.Any(item => item is not JsonObject)) ? [At(rule, from, member, "an array of objects")] : [];

    private static bool IsHttps(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;

    [GeneratedRegex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
    private static partial Regex Uuid();

    [GeneratedRegex("^[A-Za-z0-9]{1,100}$")]
    private static partial Regex Topic();

    [GeneratedRegex(@"^[A-Z][A-Za-z]+/[A-Za-z0-9\-.]{1,64}$")]
    private static partial Regex Reference();
}
