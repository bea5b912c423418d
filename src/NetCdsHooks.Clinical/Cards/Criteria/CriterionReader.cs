using System.Collections.Immutable;
using System.Text.Json;
using NetCdsHooks.Clinical.Cards.Facts;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Clinical.Cards.Criteria;

/// <summary>Reads <c>when</c>, <c>unless</c> and the like: facts as keys, questions as values.</summary>
internal static class CriterionReader
{
    internal const string AnyOf = "anyOf";

    internal static readonly ImmutableDictionary<string, AgeUnit> AgeUnits =
        Enum.GetValues<AgeUnit>().ToImmutableDictionary(unit => unit.ToString().ToLowerInvariant());

    private static readonly ImmutableArray<string> NumberWords = ["atLeast", "atMost", "above", "below"];

    internal static CriterionGroup ReadGroup(JsonNodeReader node)
    {
        var criteria = ImmutableArray.CreateBuilder<Criterion>();
        foreach (var (name, member) in node.Members())
            if (name == AnyOf)
                criteria.Add(new Criterion.AnyOf([.. member.Items().Select(ReadGroup)]));
            else if (FactCatalog.Find(name) is not { } fact)
                member.Reject(Suggest.Names("a fact", name, FactCatalog.All.Select(known => known.Name)), $"unknown fact \"{name}\"");
            else if (ReadCriterion(fact, member) is { } criterion)
                criteria.Add(criterion);
        if (node.Value.ValueKind == JsonValueKind.Object && !node.Value.EnumerateObject().Any())
            node.Reject("at least one fact", "nothing");
        return new(criteria.DrainToImmutable());
    }

    /// <summary>The questions that make sense for a kind of fact.</summary>
    internal static ImmutableArray<string> Words(FactKind kind) => kind switch
    {
        FactKind.Flag => ["is", "recorded", "orUnknown"],
        FactKind.Choice => ["is", "isNot", "in", "notIn", "recorded", "orUnknown"],
        FactKind.Set => ["includes", "excludes", "recorded", "orUnknown"],
        FactKind.Number => [.. NumberWords, "unit", "recorded", "orUnknown"],
        FactKind.Date => [.. NumberWords, "unit", "recorded", "orUnknown"],
        FactKind.Text => ["recorded"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static Criterion.OfFact? ReadCriterion(FactDefinition fact, JsonNodeReader node)
    {
        if (node.Object(Words(fact.Kind).AsSpan()) is not { } members)
            return null;
        var ages = fact.Kind == FactKind.Date ? ReadAgeUnit(members) : null;
        var questions = ImmutableArray.CreateBuilder<Question>();
        foreach (var (word, member) in members.Members)
            if (word is not ("unit" or "orUnknown") && ReadQuestion(fact, word, member, ages) is { } question)
                questions.Add(question);
        if (fact.Kind == FactKind.Number)
            CheckUnit(fact, members);
        if (node.Value.EnumerateObject().All(member => member.Name is "unit" or "orUnknown"))
            node.Reject($"one of {string.Join(", ", Words(fact.Kind))}", "no question");
        return new(fact, questions.DrainToImmutable(), members.Optional("orUnknown")?.Flag() ?? false);
    }

    private static Question? ReadQuestion(FactDefinition fact, string word, JsonNodeReader node, AgeUnit? ages) => word switch
    {
        "recorded" => node.Flag() is { } expected ? Question.Recorded(fact, expected) : null,
        "is" or "isNot" => ReadWord(fact, node) is { } value ? Question.IsOneOf(fact, [value], word == "isNot") : null,
        "in" or "notIn" => ReadWords(fact, node) is { Count: > 0 } values ? Question.IsOneOf(fact, values, word == "notIn") : null,
        "includes" or "excludes" => ReadWord(fact, node) is { } value ? Question.Includes(fact, value, word == "excludes") : null,
        _ when fact.Kind == FactKind.Date => ReadAge(fact, word, node, ages),
        _ => node.Number() is { } limit ? Compare(fact, word, limit) : null,
    };

    private static AgeUnit? ReadAgeUnit(JsonObjectReader members) =>
        members.Members.Keys.Any(NumberWords.Contains) ? members.Required("unit")?.OneOf(AgeUnits) : null;

    private static Question? ReadAge(FactDefinition fact, string word, JsonNodeReader node, AgeUnit? unit)
    {
        if (node.Number() is not { } number || unit is not { } known)
            return null;
        if (number == decimal.Truncate(number) && number is >= 0 and <= 10_000)
            return Question.Age(fact, word, (int)number, known);
        node.Reject("a whole number of days, weeks, months or years");
        return null;
    }

    private static void CheckUnit(FactDefinition fact, JsonObjectReader members)
    {
        if (!members.Members.Keys.Any(NumberWords.Contains))
            return;
        if (fact.Unit!.Length == 0)
            members.Optional("unit")?.Reject($"no unit: {fact.Name} is a plain number");
        else if (members.Required("unit") is { } unit && unit.Text() is { } text && text != fact.Unit)
            unit.Reject($"\"{fact.Unit}\"");
    }

    private static string? ReadWord(FactDefinition fact, JsonNodeReader node)
    {
        if (node.Text() is not { } word)
            return null;
        if (fact.Words.ContainsKey(word))
            return word;
        node.Reject($"one of {string.Join(", ", fact.Words.Keys.Order(StringComparer.Ordinal))}");
        return null;
    }

    /// <summary>Several of the words of a fact; null, with a problem, for any other or none.</summary>
    internal static List<string>? ReadWords(FactDefinition fact, JsonNodeReader node)
    {
        var items = node.Items();
        if (items.IsEmpty && node.Value.ValueKind == JsonValueKind.Array)
            node.Reject("at least one value", "an empty list");
        var words = items.Select(item => ReadWord(fact, item)).OfType<string>().ToList();
        return words.Count == items.Length ? words : null;
    }

    private static Question Compare(FactDefinition fact, string word, decimal limit)
    {
        var text = $"{Define.Plain(limit)}{(fact.Unit is { Length: > 0 } unit ? $" {unit}" : "")}";
        return word switch
        {
            "atLeast" => Question.Compare(fact, $"at least {text}", bounds => bounds.AtLeast(limit)),
            "atMost" => Question.Compare(fact, $"at most {text}", bounds => bounds.AtMost(limit)),
            "above" => Question.Compare(fact, $"above {text}", bounds => bounds.Above(limit)),
            "below" => Question.Compare(fact, $"below {text}", bounds => bounds.Below(limit)),
            _ => throw new ArgumentOutOfRangeException(nameof(word), word, null),
        };
    }
}
