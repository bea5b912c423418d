using System.Collections.Immutable;
using NetCdsHooks.Clinical.Cards.Reading;
using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Cards.Examples;

/// <summary>Reads <c>*.examples.json</c>, which stand beside the cards.</summary>
internal sealed class ExampleReader(CardRule card)
{
    private static readonly DateOnly UsualDay = new(2026, 11, 21);

    private static readonly ImmutableDictionary<string, Truth> Outcomes = ImmutableDictionary.CreateRange(
    [
        KeyValuePair.Create("fires", Truth.Yes), KeyValuePair.Create("silent", Truth.No), KeyValuePair.Create("undetermined", Truth.Unknown),
    ]);

    private ImmutableDictionary<string, Hook> HooksOfCard => field ??= card.Hooks.ToImmutableDictionary(name => name, name => HookNames.Find(name)!.Value);

    private static readonly ImmutableDictionary<string, DataNeed> Needs = NeedInfo.All.ToImmutableDictionary(info => info.Key, info => info.Need);

    internal static ImmutableArray<WorkedExample> Read(
        IEnumerable<KnowledgeFile> files, ImmutableArray<CardRule> cards, ProblemList problems)
    {
        var examples = ImmutableArray.CreateBuilder<WorkedExample>();
        foreach (var file in files.Ending(FolderReader.ExamplesSuffix))
        {
            var id = FolderReader.Stem(file, FolderReader.ExamplesSuffix);
            if (cards.FirstOrDefault(card => card.Id == id) is { } card)
                examples.AddRange(new ExampleReader(card).ReadFile(file, problems));
            else if (!files.Any(other => FolderReader.Stem(other, FolderReader.CardSuffix) == id && other.Path.EndsWith(FolderReader.CardSuffix, StringComparison.Ordinal)))
                problems.Add(file.Path, "$", $"examples of \"{id}\"", "the id of a card");
        }

        return examples.DrainToImmutable();
    }

    private ImmutableArray<WorkedExample> ReadFile(KnowledgeFile file, ProblemList problems)
    {
        if (JsonNodeReader.Open(file, problems)?.Object("$schema", "given", "examples") is not { } members)
            return [];
        var given = ReadChart(members.Optional("given"));
        var examples = ImmutableArray.CreateBuilder<WorkedExample>();
        foreach (var item in members.Required("examples")?.Items() ?? [])
            if (ReadExample(item, given) is { } example)
                examples.Add(example);
        return examples.DrainToImmutable();
    }

    private WorkedExample? ReadExample(JsonNodeReader node, ImmutableArray<JsonNodeReader> given)
    {
        if (node.Object("name", "asOf", "hook", "without", "chart", "drafts", "background", "failed", "cutShort", "expect", "indicator", "variant", "summary") is not { } members
            || members.Required("name")?.Text() is not { } name
            || members.Required("expect")?.OneOf(Outcomes) is not { } expected)
            return null;
        var without = members.Optional("without")?.Flag() ?? false;
        return new(card, name, node.File, node.Path)
        {
            Today = members.Optional("asOf")?.Day() ?? UsualDay,
            Chart = [.. without ? [] : given, .. ReadChart(members.Optional("chart"))],
            Hook = members.Optional("hook")?.OneOf(HooksOfCard) ?? HookNames.Find(card.Hooks[0])!.Value,
            Drafts = ReadChart(members.Optional("drafts")),
            Background = ReadChart(members.Optional("background")),
            Failed = ReadNeeds(members.Optional("failed")),
            CutShort = ReadNeeds(members.Optional("cutShort")),
            Expected = expected,
            Indicator = members.Optional("indicator")?.OneOf(WordingReader.Indicators),
            Variant = members.Optional("variant")?.Text(),
            Summary = members.Optional("summary")?.Text(),
        };
    }

    private static ImmutableArray<JsonNodeReader> ReadChart(JsonNodeReader? node)
    {
        var lines = node?.Items() ?? [];
        foreach (var line in lines)
            ChartLine.Check(line);
        return lines;
    }

    private static ImmutableArray<DataNeed> ReadNeeds(JsonNodeReader? node) =>
        [.. (node?.Items() ?? []).Select(item => item.OneOf(Needs)).OfType<DataNeed>()];
}
