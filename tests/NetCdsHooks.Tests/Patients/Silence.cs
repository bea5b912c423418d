using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Patients;

/// <summary>Whether an answer on part of the data keeps silent about what is missing.</summary>
internal static class Silence
{
    internal const string Incomplete = "net-data-incomplete";

    /// <summary>These ask about an order, as information, also when the record cannot answer.</summary>
    private static readonly string[] AskWhenUnknown =
        ["prrt-without-sstr", "everolimus-functional-carcinoid", "everolimus-nonpancreatic-check", "sunitinib-nonpancreatic"];

    /// <summary>What was taken away costs no card without a word, and brings none.</summary>
    /// <param name="whole">The answer on all data.</param>
    /// <param name="answer">That on all but one need.</param>
    /// <param name="need">The key of that need.</param>
    internal static void Judge(Answer whole, Answer answer, string need)
    {
        if (need == "conditions" && answer.Status == 412)
            return;

        var lost = Lost(whole, answer);
        if (lost.Count == 0)
            return;
        var line = Missing(answer).Split('\n').Single(text => text.StartsWith($"- **{NeedInfo.All.Single(info => info.Key == need).Title}**: ", StringComparison.Ordinal));
        foreach (var title in lost)
            line.Should().Contain(title, "it was stopped");
    }

    /// <summary>The same where any number of needs may be missing, but for the problem list.</summary>
    internal static void Judge(Answer whole, Answer answer)
    {
        var lost = Lost(whole, answer);
        if (lost.Count == 0)
            return;
        var missing = Missing(answer);
        foreach (var title in lost)
            missing.Should().Contain(title, "it was stopped");
    }

    /// <returns>The titles of the cards that are no longer there.</returns>
    private static List<string> Lost(Answer whole, Answer answer)
    {
        answer.Status.Should().Be(200);
        var before = Titles(whole);
        var after = Titles(answer);
        after.Keys.Except(before.Keys).Should().BeSubsetOf([Incomplete, .. AskWhenUnknown], "what could not be read gives no new advice");
        foreach (var card in answer.Cards.Zip(answer.CardIds).Where(card => AskWhenUnknown.Except(before.Keys).Contains(card.Second)))
            ((string?)card.First["indicator"]).Should().Be("info", card.Second);
        return [.. before.Keys.Except(after.Keys).Select(card => before[card])];
    }

    private static string Missing(Answer answer) => (string)answer.Card(Incomplete)["detail"]!;

    /// <summary>The cards, each of those that a merged card stands for among them.</summary>
    private static Dictionary<string, string> Titles(Answer answer) =>
        answer.Cards.SelectMany(card => card["extension"]!["org.netcdshooks.cards"] is { } several
                ? several.AsArray().Select(id => (string)id!)
                : [(string)card["extension"]!["org.netcdshooks.card"]!["id"]!])
            .Distinct()
            .ToDictionary(id => id, id => TestKnowledge.Base.Cards.Single(card => card.Id == id).Title);
}
