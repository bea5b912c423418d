using System.Text.Json.Nodes;
using Spectre.Console;

namespace NetCdsHooks.Commands.Calling;

/// <summary>Shows an answer as a clinician would see it.</summary>
internal static class AnswerPrinter
{
    internal static void Write(Reply reply, IReadOnlyCollection<AnswerFault> faults, TextWriter output)
    {
        var console = Consoles.For(output);
        if (reply.Json is not JsonObject answer)
            console.WriteLine($"Status {reply.Status}{Meaning(reply.Status)}; the body is no JSON object.");
        else if (!reply.IsSuccess)
            console.WriteLine($"Status {reply.Status}{Meaning(reply.Status)}: {Reason(answer)}");
        else
            WriteCards(console, answer);
        foreach (var fault in faults)
            console.WriteLine($"rule {Plain.Of(fault.ToString())}");
    }

    private static void WriteCards(IAnsiConsole console, JsonObject answer)
    {
        var cards = Objects(answer, "cards");
        console.WriteLine(cards.Length == 0 ? "No cards." : $"{cards.Length} card(s)");
        foreach (var card in cards)
        {
            var panel = new Panel(new Text(string.Join("\n\n", Parts(card)))).Header($"[bold]{Markup.Escape(Text(card, "indicator").ToUpperInvariant())}[/]").Expand();
            console.Write(panel);
        }

        if (answer["systemActions"] is JsonArray { Count: > 0 } actions)
            console.WriteLine($"{actions.Count} system action(s)");
    }

    private static IEnumerable<string> Parts(JsonObject card)
    {
        yield return Text(card, "summary");
        if (Text(card, "detail") is { Length: > 0 } detail)
            yield return Plain.OfMarkdown(detail);
        foreach (var suggestion in Objects(card, "suggestions"))
            yield return $"[ ] {Text(suggestion, "label")}{(suggestion["isRecommended"]?.ToJsonString() == "true" ? " (recommended)" : "")}"
                + string.Concat(Objects(suggestion, "actions").Select(action => $"\n      {Text(action, "type")}: {Text(action, "description")}"));
        if (card["overrideReasons"] is JsonArray { Count: > 0 } reasons)
            yield return $"Not followed because: {string.Join("; ", reasons.OfType<JsonObject>().Select(reason => Text(reason, "display")))}";
        foreach (var link in Objects(card, "links"))
            yield return $"{Text(link, "label")}: {Text(link, "url")}";
        yield return $"Source: {(card["source"] is JsonObject source ? Text(source, "label") : "none")}";
    }

    /// <summary>Services keep to themselves why they turn somebody away.</summary>
    private static string Meaning(int status) => status switch
    {
        401 => " (the token is missing or not accepted)",
        403 => " (this client is not allowed here)",
        _ => "",
    };

    private static string Reason(JsonObject outcome) =>
        outcome["issue"] is JsonArray issues && issues.OfType<JsonObject>().FirstOrDefault() is { } issue
            ? $"{(issue["details"] as JsonObject is { } details ? Text(details, "text") : "")} {Text(issue, "diagnostics")}".Trim()
            : "no reason given";

    private static string Text(JsonObject from, string member) => from[member] is JsonValue value && value.TryGetValue<string>(out var text) ? Plain.Of(text) : "";

    private static JsonObject[] Objects(JsonObject from, string member) => from[member] is JsonArray list ? [.. list.OfType<JsonObject>()] : [];
}
