using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static NetCdsHooks.Commands.Calling.Members;

namespace NetCdsHooks.Commands.Calling;

/// <summary>What suggestions and actions have to look like.</summary>
internal static partial class SuggestionRules
{
    internal static IEnumerable<AnswerFault> Broken(JsonObject card)
    {
        foreach (var fault in NoObjects("S-01", card, "suggestions"))
            yield return fault;
        var suggestions = Objects(card, "suggestions");
        foreach (var fault in suggestions.SelectMany(OfSuggestion))
            yield return fault;
        if (Text(card, "selectionBehavior") == "at-most-one" && suggestions.Count(suggestion => Boolean(suggestion, "isRecommended") == true) > 1)
            yield return At("S-03", card, "suggestions", "one that is recommended at the most");
    }

    internal static IEnumerable<AnswerFault> OfAction(JsonObject action)
    {
        if (Text(action, "description") is null)
            yield return At("S-07", action, "description", "a text");
        var resource = action["resource"] as JsonObject is { } found && Text(found, "resourceType") is not null ? found : null;
        switch (Text(action, "type"))
        {
            case "create" when resource is null:
                yield return At("S-08", action, "resource", "the new resource");
                break;
            case "update" when resource is null || Text(resource, "id") is null:
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

        foreach (var fault in OfExtension(action))
            yield return fault;
    }

    private static IEnumerable<AnswerFault> OfSuggestion(JsonObject suggestion)
    {
        if (Text(suggestion, "label") is null)
            yield return At("S-01", suggestion, "label", "a text");
        if (suggestion["uuid"] is not null && !UuidRules.IsUuid(Text(suggestion, "uuid")))
            yield return At("S-02", suggestion, "uuid", UuidRules.Form);
        if (suggestion.ContainsKey("actionSelectionBehavior"))
            yield return At("S-12", suggestion, "actionSelectionBehavior", "nothing, unless this client is known to take it");
        foreach (var fault in NoBoolean("S-03", suggestion, "isRecommended").Concat(NoObjects("S-06", suggestion, "actions"))
            .Concat(Objects(suggestion, "actions").SelectMany(OfAction)).Concat(OfExtension(suggestion)))
            yield return fault;
    }

    [GeneratedRegex(@"^[A-Z][A-Za-z]+/[A-Za-z0-9\-.]{1,64}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
