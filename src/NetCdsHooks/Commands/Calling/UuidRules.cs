using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static NetCdsHooks.Commands.Calling.Members;

namespace NetCdsHooks.Commands.Calling;

/// <summary>By its uuid feedback finds a card or a suggestion again, so each is there once.</summary>
internal static partial class UuidRules
{
    internal const string Form = "a lower-case UUID without urn:uuid:";

    internal static bool IsUuid(string? text) => text is not null && Uuid().IsMatch(text);

    internal static IEnumerable<AnswerFault> Repeated(JsonArray cards)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var all = cards.OfType<JsonObject>().ToArray();
        return all.Select(card => (Rule: "C-01", Of: card))
            .Concat(all.SelectMany(card => Objects(card, "suggestions")).Select(suggestion => (Rule: "S-02", Of: suggestion)))
            .Where(item => Text(item.Of, "uuid") is { } uuid && !seen.Add(uuid))
            .Select(item => At(item.Rule, item.Of, "uuid", "one that is nowhere else in the answer"));
    }

    [GeneratedRegex(@"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Uuid();
}
