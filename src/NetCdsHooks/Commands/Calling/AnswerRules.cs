using System.Text.Json.Nodes;
using static NetCdsHooks.Commands.Calling.Members;

namespace NetCdsHooks.Commands.Calling;

/// <summary>What every answer of a CDS service has to look like (CDS Hooks 2.6 to 2.10). Whether the advice is good is another matter.</summary>
/// <remarks>Members that the specification does not know are passed over, at every level.</remarks>
internal static class AnswerRules
{
    /// <returns>Each fault once; none for an answer as it should be.</returns>
    internal static IEnumerable<AnswerFault> Broken(JsonNode answer)
    {
        if (answer is not JsonObject all || all["cards"] is not JsonArray cards)
            return [new("R-01", "$.cards", "an array, also without advice")];
        return cards.SelectMany((card, place) => card is JsonObject members ? CardRules.Broken(members) : [new("R-01", $"$.cards[{place}]", "an object")])
            .Concat(UuidRules.Repeated(cards))
            .Concat(OfSystemActions(all))
            .Concat(EmptyRules.Broken(answer))
            .Distinct();
    }

    private static IEnumerable<AnswerFault> OfSystemActions(JsonObject answer)
    {
        if (answer["systemActions"] is JsonArray { Count: 0 })
            return [new("Y-04", "$.systemActions", "actions, or no such member")];
        return NoObjects("Y-02", answer, "systemActions")
            .Concat(Objects(answer, "systemActions").SelectMany(SuggestionRules.OfAction).Select(fault => fault.Rule == "S-07" ? fault with { Rule = "Y-02" } : fault));
    }
}
