using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static NetCdsHooks.Commands.Calling.Members;

namespace NetCdsHooks.Commands.Calling;

/// <summary>What a card has to look like.</summary>
internal static partial class CardRules
{
    private const string AbsoluteHttps = "an absolute https address";

    private static readonly string[] Indicators = ["info", "warning", "critical"];
    private static readonly string[] Choices = ["at-most-one", "any"];

    internal static IEnumerable<AnswerFault> Broken(JsonObject card)
    {
        if (card["uuid"] is not null && !UuidRules.IsUuid(Text(card, "uuid")))
            yield return At("C-01", card, "uuid", UuidRules.Form);
        if (Text(card, "summary") is not { Length: < 140 })
            yield return At("C-02", card, "summary", "1 to 139 characters");
        if (card["detail"] is not null && Text(card, "detail") is null)
            yield return At("C-03", card, "detail", "a text in Markdown");
        if (Text(card, "detail") is { } detail && MarkdownRules.IsUnsafe(detail))
            yield return At("C-04", card, "detail", "Markdown without HTML and without links that run scripts");
        if (!Indicators.Contains(Text(card, "indicator")))
            yield return At("C-05", card, "indicator", string.Join(", ", Indicators));
        if (card.ContainsKey("suggestions") != card.ContainsKey("selectionBehavior"))
            yield return At("C-10", card, "selectionBehavior", "there with suggestions, and with them alone");
        if (card.ContainsKey("selectionBehavior") && !Choices.Contains(Text(card, "selectionBehavior")))
            yield return At("C-11", card, "selectionBehavior", string.Join(", ", Choices));
        if (card.ContainsKey("systemActions"))
            yield return At("Y-01", card, "systemActions", "nothing; they stand beside the cards");
        foreach (var fault in OfSource(card).Concat(OfReasons(card)).Concat(SuggestionRules.Broken(card)).Concat(LinkRules.Broken(card)).Concat(OfExtension(card)))
            yield return fault;
    }

    private static IEnumerable<AnswerFault> OfSource(JsonObject card)
    {
        if (card["source"] is not JsonObject source || Text(source, "label") is null)
        {
            yield return At("C-06", card, "source", "an object with a label");
            yield break;
        }

        if (source["url"] is not null && !IsHttps(Text(source, "url")))
            yield return At("C-07", source, "url", AbsoluteHttps);
        if (source["icon"] is not null && !IsHttps(Text(source, "icon")))
            yield return At("C-08", source, "icon", AbsoluteHttps);
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

    [GeneratedRegex(@"^[A-Za-z0-9]{1,100}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Topic();
}
