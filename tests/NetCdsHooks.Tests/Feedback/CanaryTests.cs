using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NetCdsHooks.Feedback.Journal;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Feedback;

/// <summary>What a clinician writes may name a patient; nothing of it may reach a log, an answer or the journal.</summary>
public sealed class CanaryTests
{
    private const string Name = "Quillbert-Vossmann";
    private const string Identifier = "MRN-90817263";
    private const string Value = "31.4159 ng/ml";
    private const string Token = "eyJhbGciOiJub25lIn0.canary.x";

    private static readonly string[] Canaries = [Name, Identifier, Value, Token, "eyJhbGciOiJub25lIn0", "90817263", "31.4159"];

    [Fact]
    [Trait("Requirement", "F-15")]
    [Trait("Requirement", "J-21")]
    public async Task Nothing_planted_in_feedback_reaches_log_answer_or_journal()
    {
        await using var host = new ServiceHost();
        var shown = (await host.Call(HookCall.ActiveTumour(host))).Card("tumour-active");
        var answers = new List<string>();
        foreach (var canary in new[] { $"{Name}, Jane", $"{Identifier} of {Name}", Value, $"Bearer {Token}" })
            foreach (var item in Planted(canary, (string)shown["uuid"]!))
                answers.Add((await host.Post(FeedbackCallTests.Body(item), path: FeedbackCallTests.Address)).Text);
        foreach (var body in new[] { $"\"{Name}\"", $$"""{"feedback":"{{Identifier}}"}""", $$"""{"{{Name}}":1}""", $"{{{Token}", $"[\"{Value}\"]" })
            answers.Add((await host.Post(body, path: FeedbackCallTests.Address)).Text);

        var folder = host.Services.GetRequiredService<FeedbackJournal>().Folder;
        var journal = string.Join('\n', Directory.GetFiles(folder).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Select(Read));
        journal.Should().Contain("\"commented\":true").And.Contain("tumour-active");
        host.Log.Should().Contain("refused");
        foreach (var text in answers.Append(journal).Append(host.Log))
            foreach (var canary in Canaries)
                text.Should().NotContain(canary);
    }

    /// <summary>The canary in every member of an item, good and bad.</summary>
    private static IEnumerable<JsonObject> Planted(string canary, string card)
    {
        JsonObject Item(string name, JsonNode? value, string outcome = "overridden") => FeedbackCallTests.Item(card, outcome, (name, value));
        JsonObject Reason(string member, JsonNode? value) => new() { ["reason"] = new JsonObject { ["code"] = "later", [member] = value }, ["userComment"] = canary };
        yield return Item("overrideReason", new JsonObject { ["userComment"] = canary });
        yield return Item("overrideReason", Reason("code", canary));
        yield return Item("overrideReason", Reason("system", canary));
        yield return Item("overrideReason", Reason("display", canary));
        yield return Item("overrideReason", canary);
        yield return Item("overrideReasons", new JsonObject { ["extension"] = new JsonObject { ["com.epic.cdshooks.feedback.overrideReason.reasonCategory"] = canary } });
        yield return Item("overrideReasons", new JsonObject { ["extension"] = new JsonObject { [$"com.epic.cdshooks.feedback.overrideReason.{canary}"] = "1" } });
        yield return Item("acceptedSuggestions", new JsonArray(new JsonObject { ["id"] = canary }), "accepted");
        yield return Item("acceptedSuggestions", canary, "accepted");
        yield return Item("card", canary);
        yield return Item("outcome", canary);
        yield return Item("outcomeTimestamp", canary);
        yield return Item("extension", new JsonObject { ["com.example.patient"] = canary });
        yield return Item(canary, canary);
    }

    private static string Read(string file)
    {
        using var text = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return text.ReadToEnd();
    }
}
