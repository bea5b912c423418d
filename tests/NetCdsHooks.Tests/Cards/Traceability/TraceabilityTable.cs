using System.Reflection;
using System.Text;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Clinical.Cards.Examples;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Cards.Traceability;

/// <summary>Writes <c>cds-cards/TRACEABILITY.md</c>: from each recommendation to its cards, and from each card to what proves it.</summary>
internal sealed class TraceabilityTable(KnowledgeBase knowledge)
{
    /// <summary>On a test: the recommendation whose numbers or rule it proves.</summary>
    private const string Trait = "Recommendation";

    private const string Introduction = """
        # From recommendation to proof

        Made from the cards, their worked examples, the invented patients and the tests; a test compares it with them.
        After a change run the tests with `UPDATE_GOLDEN=1` to renew it.

        The first part lists every recommendation of the sources, with the cards that carry it to the clinician and the tests of the
        rule or number behind it. The second lists for each card the worked examples that the `check` verb and the tests run,
        and the invented patients of `fhir-samples/` who get it.


        """;

    private readonly ILookup<string, string> _tests = TestsByRecommendation();

    internal string Write()
    {
        var text = new StringBuilder(Introduction);
        text.Append("## Recommendations\n");
        foreach (var source in knowledge.Recommendations.GroupBy(recommendation => recommendation.Source))
            WriteSource(text, source.Key, source);
        text.Append("\n## Cards\n");
        foreach (var card in knowledge.Cards.OrderBy(card => card.Id, StringComparer.Ordinal))
            WriteCard(text, card);
        return text.ToString();
    }

    private void WriteSource(StringBuilder text, EvidenceSource source, IEnumerable<Recommendation> recommendations)
    {
        text.Append($"\n### {source.Label}\n\n| id | what it says | numbers | cards | tests of the rule |\n| --- | --- | --- | --- | --- |\n");
        foreach (var one in recommendations)
        {
            var cards = knowledge.Cards.Where(card => card.SpeaksFor.Contains(one)).Select(card => $"[{card.Id}](#{card.Id})").Order(StringComparer.Ordinal);
            text.Append($"| {one.Id} | {one.Statement} | {Lines(one.Numbers)} | {Lines(cards)} | {Lines(_tests[one.Id].Select(Code))} |\n");
        }
    }

    private void WriteCard(StringBuilder text, CardRule card)
    {
        var examples = card.File.Replace(".card.json", ".examples.json", StringComparison.Ordinal);
        text.Append($"\n### {card.Id}\n\n{card.Title} ([card]({card.File}), [examples]({examples})");
        text.Append(card.IsActive ? ")\n\n" : ", switched off)\n\n");
        if (!card.SpeaksFor.IsEmpty)
            text.Append($"Speaks for {string.Join(", ", card.SpeaksFor.Select(one => one.Id))}. ");
        text.Append($"Sources: {string.Join("; ", card.Sources.Select(source => source.Label))}.\n");
        if (Patients(card) is { Length: > 0 } patients)
            text.Append($"Shown to {string.Join(", ", patients.Select(name => $"[{name}](../fhir-samples/{name}/story.md)"))}.\n");
        text.Append('\n');
        foreach (var example in knowledge.Examples.Where(example => example.Card.Id == card.Id))
            text.Append($"- {example.Name}: {Outcome(example)}\n");
    }

    private static string Outcome(WorkedExample example) => example.Expected switch
    {
        Clinical.Logic.Truth.Yes => "fires" + (example.Indicator is { } indicator ? $" ({indicator.ToString().ToLowerInvariant()})" : ""),
        Clinical.Logic.Truth.No => "silent",
        Clinical.Logic.Truth.Unknown => "undetermined",
        _ => throw new ArgumentOutOfRangeException(nameof(example), example.Expected, null),
    };

    private static string[] Patients(CardRule card) =>
    [
        .. Samples.Names.Where(name => Directory.EnumerateFiles(Repository.PathOf("fhir-samples", name), "*.expected.json")
            .Any(file => File.ReadAllText(file).Contains($"\"{card.Id}\"", StringComparison.Ordinal))),
    ];

    private static ILookup<string, string> TestsByRecommendation() =>
        (from type in typeof(TraceabilityTable).Assembly.GetTypes()
         from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
         from trait in method.GetCustomAttributesData().Where(data => data.AttributeType == typeof(TraitAttribute))
         where trait.ConstructorArguments is [{ Value: Trait }, _]
         let name = $"{type.Name}.{method.Name}"
         orderby name
         select (Id: (string)trait.ConstructorArguments[1].Value!, Name: name)).ToLookup(pair => pair.Id, pair => pair.Name);

    private static string Code(string name) => $"`{name}`";

    private static string Lines(IEnumerable<string> items) => string.Join("<br>", items);
}
