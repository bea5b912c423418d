using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NetCdsHooks.Clinical.Cards.Criteria;
using NetCdsHooks.Clinical.Cards.Facts;
using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Cards.Reading;

/// <summary>
/// Reads card files straight into rules. Reading, checking and compiling are one pass,
/// so that each problem can name the place in the file.
/// </summary>
internal sealed partial class CardReader(
    WordingReader wordings, ImmutableDictionary<string, EvidenceSource> evidence, OverrideReasons reasons,
    ImmutableSortedDictionary<string, Recommendation> recommendations)
{
    internal static readonly ImmutableArray<string> Members =
    [
        "$schema", "id", "version", "status", "origin", "title", "category", "hooks", "indicator", "summary", "when", "unless",
        "appliesTo", "excludedBy", "requires", "yieldsTo", "onlyBesideInfo", "variants", "detail", "suggestions", "selection",
        "overrideReasons", "evidence", "speaksFor", "lastReviewDate", SettingReader.Member,
        "merges", "namesWhatIsMissing",
    ];

    internal static readonly ImmutableDictionary<string, bool> Statuses =
        ImmutableDictionary.CreateRange([KeyValuePair.Create("active", true), KeyValuePair.Create("off", false)]);

    internal static readonly ImmutableDictionary<string, bool> Origins =
        ImmutableDictionary.CreateRange([KeyValuePair.Create("core", true), KeyValuePair.Create("beyond", false)]);

    internal static readonly ImmutableDictionary<string, CardCategory> Categories =
        Enum.GetValues<CardCategory>().ToImmutableDictionary(category => category.ToString().ToLowerInvariant());

    internal static readonly ImmutableDictionary<string, SelectionBehavior> Selections = ImmutableDictionary.CreateRange(
        [KeyValuePair.Create("any", SelectionBehavior.Any), KeyValuePair.Create("at-most-one", SelectionBehavior.AtMostOne)]);

    internal static ImmutableArray<CardRule> Read(
        IEnumerable<KnowledgeFile> files, ImmutableDictionary<string, OrderTemplate> orders,
        ImmutableDictionary<string, EvidenceSource> evidence, OverrideReasons reasons,
        ImmutableSortedDictionary<string, Recommendation> recommendations, ProblemList problems)
    {
        var reader = new CardReader(new WordingReader(orders), evidence, reasons, recommendations);
        var cards = new Dictionary<string, (CardRule Card, JsonNodeReader Node)>();
        foreach (var file in files.Ending(FolderReader.CardSuffix))
            if (JsonNodeReader.Open(file, problems) is { } node && reader.ReadCard(node) is { } card)
                if (!cards.TryAdd(card.Id, (card, node)))
                    problems.Add(file.Path, "$.id", $"\"{card.Id}\", which is also {cards[card.Id].Card.File}", "an id that no other card has");
        return CardOrder.Sort(cards, files.Ending(FolderReader.CardSuffix).Select(file => FolderReader.Stem(file, FolderReader.CardSuffix)).ToHashSet());
    }

    private CardRule? ReadCard(JsonNodeReader written)
    {
        var before = written.Problems.Count;
        var (settings, node) = SettingReader.Read(written);
        if (node.Object(Members.AsSpan()) is not { } card)
            return null;
        var wording = wordings.Read(card, inherited: null);
        var rule = new CardRule(wording!)
        {
            Id = ReadId(card),
            Version = Matching(card.Required("version"), VersionPattern(), "a version such as 1.0.0"),
            IsActive = card.Required("status")?.OneOf(Statuses) ?? false,
            IsCore = card.Required("origin")?.OneOf(Origins) ?? false,
            Title = card.Required("title")?.Text() ?? "",
            Category = card.Required("category")?.OneOf(Categories) ?? default,
            Hooks = ReadHooks(card.Required("hooks")),
            LastReviewDate = card.Required("lastReviewDate")?.Day() ?? default,
            Sources = ReadSources(card.Required("evidence")),
            SpeaksFor = RecommendationReader.ReadIds(card.Optional("speaksFor"), recommendations),
            File = node.File,
            AppliesTo = ReadAppliesTo(card.Optional("appliesTo")),
            When = ReadWhen(card),
            Unless = card.Optional("unless") is { } unless ? CriterionReader.ReadGroup(unless) : CriterionGroup.None,
            ExcludedBy = ReadIds(card.Optional("excludedBy")),
            Requires = ReadIds(card.Optional("requires")),
            YieldsTo = ReadIds(card.Optional("yieldsTo")),
            OnlyBesideInfo = card.Optional("onlyBesideInfo")?.Flag() ?? false,
            Variants = ReadVariants(card, wording),
            Selection = card.Optional("selection")?.OneOf(Selections) ?? SelectionBehavior.Any,
            OverrideReasons = ReadReasons(card.Optional("overrideReasons")),
            Merge = ReadMerge(card.Optional("merges")),
            Settings = settings,
            NamesWhatIsMissing = card.Optional("namesWhatIsMissing")?.Flag() ?? false,
        };
        CheckRecommended(card, rule, wording);
        return node.Problems.Count == before ? rule : null;
    }

    private static string ReadId(JsonObjectReader card)
    {
        if (card.Required("id") is not { } node)
            return "";
        var id = Matching(node, IdPattern(), "an id in kebab-case such as ki67-missing");
        var stem = node.File[(node.File.LastIndexOf('/') + 1)..^FolderReader.CardSuffix.Length];
        if (IdPattern().IsMatch(id) && id != stem)
            node.Reject($"\"{stem}\", the name of the file");
        return id;
    }

    private static string Matching(JsonNodeReader? node, Regex pattern, string accepted)
    {
        if (node?.Text() is not { } text)
            return "";
        if (!pattern.IsMatch(text))
            node.Value.Reject(accepted);
        return text;
    }

    private static ImmutableArray<string> ReadHooks(JsonNodeReader? node)
    {
        var words = HookNames.All.ToDictionary(hook => hook, hook => HookNames.All.IndexOf(hook));
        return [.. (node?.Items() ?? []).Select(item => item.OneOf(words)).OfType<int>().Select(index => HookNames.All[index])];
    }

    /// <summary>Merged and completeness cards fire by what other cards do and so have no criteria of their own.</summary>
    private static CriterionGroup ReadWhen(JsonObjectReader card)
    {
        if (!card.Has("merges") && !card.Has("namesWhatIsMissing"))
            return card.Required("when") is { } when ? CriterionReader.ReadGroup(when) : CriterionGroup.None;
        card.Optional("when")?.Reject("no criteria on a card that stands for others");
        return CriterionGroup.None;
    }

    /// <summary>Kinds of orders, of which one is enough.</summary>
    private static CriterionGroup ReadAppliesTo(JsonNodeReader? node)
    {
        if (node is not { } list)
            return CriterionGroup.None;
        var kinds = CriterionReader.ReadWords(DraftCatalog.Kinds, list);
        return kinds is null ? CriterionGroup.None : new([new Criterion.OfFact(DraftCatalog.Kinds, [Question.IncludesAny(DraftCatalog.Kinds, kinds)], false)]);
    }

    private static CardMerge? ReadMerge(JsonNodeReader? node) =>
        node?.Object("category", "moreThan") is { } merge
            && merge.Required("category")?.OneOf(Categories) is { } category && merge.Required("moreThan")?.Number() is { } most
            ? new(category, (int)most)
            : null;

    private static ImmutableArray<string> ReadIds(JsonNodeReader? node) =>
        [.. (node?.Items() ?? []).Select(item => item.Text()).OfType<string>()];

    private ImmutableArray<EvidenceSource> ReadSources(JsonNodeReader? node)
    {
        var items = node?.Items() ?? [];
        if (node is { } list && items.IsEmpty && list.Value.ValueKind == System.Text.Json.JsonValueKind.Array)
            list.Reject("at least one source", "an empty list");
        var sources = ImmutableArray.CreateBuilder<EvidenceSource>();
        foreach (var item in items)
            if (item.Text() is { } key)
                if (evidence.TryGetValue(key, out var source))
                    sources.Add(source);
                else
                    item.Reject(Suggest.Names("a source of evidence.json", key, evidence.Keys));
        return sources.DrainToImmutable();
    }

    private ImmutableArray<OverrideReason> ReadReasons(JsonNodeReader? node)
    {
        var found = ImmutableArray.CreateBuilder<OverrideReason>();
        foreach (var item in node?.Items() ?? [])
            if (item.Text() is { } code)
                if (reasons.Extra.TryGetValue(code, out var reason))
                    found.Add(reason);
                else
                    item.Reject(Suggest.Names("an extra reason of override-reasons.json", code, reasons.Extra.Keys));
        return found.DrainToImmutable();
    }

    private ImmutableArray<CardVariant> ReadVariants(JsonObjectReader card, CardWording? wording)
    {
        var variants = ImmutableArray.CreateBuilder<CardVariant>();
        if (wording is null)
            return [];
        foreach (var item in card.Optional("variants")?.Items() ?? [])
            if (item.Object("name", "when", "indicator", "summary", "detail", "suggestions") is { } members
                && members.Required("name")?.Text() is { } name
                && members.Required("when") is { } when
                && wordings.Read(members, wording) is { } variant)
            {
                if (variants.Any(other => other.Name == name))
                    item.Reject("a name that no other variant of the card has", $"\"{name}\" a second time");
                variants.Add(new(name, CriterionReader.ReadGroup(when), variant));
            }

        return variants.DrainToImmutable();
    }

    private static void CheckRecommended(JsonObjectReader card, CardRule rule, CardWording? wording)
    {
        if (rule.Selection == SelectionBehavior.AtMostOne && wording?.Suggestions.Count(suggestion => suggestion.IsRecommended) > 1)
            card.Optional("suggestions")?.Reject("at most one recommended suggestion where only one can be taken", "several");
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^\d+\.\d+\.\d+$")]
    private static partial Regex VersionPattern();
}
