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

        answer.Status.Should().Be(200);
        var before = Titles(whole);
        var after = Titles(answer);
        after.Keys.Except(before.Keys).Should().BeSubsetOf([Incomplete, .. AskWhenUnknown], "what could not be read gives no new advice");
        foreach (var card in answer.Cards.Zip(answer.CardIds).Where(card => AskWhenUnknown.Except(before.Keys).Contains(card.Second)))
            ((string?)card.First["indicator"]).Should().Be("info", card.Second);
        var lost = before.Keys.Except(after.Keys).ToList();
        if (lost.Count == 0)
            return;
        var missing = (string)answer.Card(Incomplete)["detail"]!;
        var line = missing.Split('\n').Single(text => text.StartsWith($"- **{NeedInfo.All.Single(info => info.Key == need).Title}**: ", StringComparison.Ordinal));
        foreach (var card in lost)
            line.Should().Contain(before[card], "it was stopped");
    }

    /// <summary>The cards, each of those that a merged card stands for among them.</summary>
    private static Dictionary<string, string> Titles(Answer answer) =>
        answer.Cards.SelectMany(card => card["extension"]!["org.netcdshooks.cards"] is { } several
                ? several.AsArray().Select(id => (string)id!)
                : [(string)card["extension"]!["org.netcdshooks.card"]!["id"]!])
            .Distinct()
            .ToDictionary(id => id, id => TestKnowledge.Base.Cards.Single(card => card.Id == id).Title);
}
