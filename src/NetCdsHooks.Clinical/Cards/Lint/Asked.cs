using System.Collections.Immutable;
using System.Text.Json;
using NetCdsHooks.Clinical.Cards.Criteria;
using NetCdsHooks.Clinical.Cards.Facts;

namespace NetCdsHooks.Clinical.Cards.Lint;

/// <summary>One question as it stands in a card file, such as <c>"atLeast": 20</c>.</summary>
/// <param name="Path">Where in the file.</param>
/// <param name="Fact">Of which fact.</param>
/// <param name="Word">Such as <c>atLeast</c>.</param>
/// <param name="Value">What stands behind the word.</param>
/// <param name="Unit">Of the limit; null where there is none.</param>
internal sealed record Asked(string Path, FactDefinition Fact, string Word, JsonElement Value, string? Unit)
{
    /// <summary>The limit of a number or an age; null for other questions.</summary>
    internal decimal? Limit => Word is "atLeast" or "atMost" or "above" or "below" ? Value.GetDecimal() : null;

    /// <summary>True when the limit itself belongs with what lies above it.</summary>
    internal bool LimitBelongsAbove => Word is "atLeast" or "below";

    /// <summary>The values named by a question of words.</summary>
    internal ImmutableArray<string> Words =>
        Value.ValueKind == JsonValueKind.Array ? [.. Value.EnumerateArray().Select(item => item.GetString()!)] : [Value.GetString()!];

    public override string ToString() => $"{Fact.Name} {Word} {Value}{(string.IsNullOrEmpty(Unit) ? "" : $" {Unit}")}";
}

/// <summary>All questions of one fact, which must all hold.</summary>
internal sealed record AskedFact(FactDefinition Fact, ImmutableArray<Asked> Questions, bool OrUnknown);

/// <summary>A group of criteria as it stands in a card file; all must hold.</summary>
/// <param name="Path">Where in the file.</param>
/// <param name="Facts">The facts asked.</param>
/// <param name="Alternatives">The groups of <c>anyOf</c>, of which one must hold; empty when there is none.</param>
internal sealed record AskedGroup(string Path, ImmutableArray<AskedFact> Facts, ImmutableArray<AskedGroup> Alternatives)
{
    internal static AskedGroup None { get; } = new("$", [], []);

    /// <summary>Every question, those of the alternatives too.</summary>
    internal IEnumerable<Asked> Questions =>
        Facts.SelectMany(fact => fact.Questions).Concat(Alternatives.SelectMany(group => group.Questions));

    /// <summary>Reads a group of a file that has been checked.</summary>
    internal static AskedGroup Read(JsonElement json, string path)
    {
        var facts = ImmutableArray.CreateBuilder<AskedFact>();
        ImmutableArray<AskedGroup> alternatives = [];
        foreach (var member in json.EnumerateObject())
        {
            var place = $"{path}.{member.Name}";
            if (member.Name == CriterionReader.AnyOf)
                alternatives = [.. member.Value.EnumerateArray().Select((group, index) => Read(group, $"{place}[{index}]"))];
            else if (FactCatalog.Find(member.Name) is { } fact)
                facts.Add(ReadFact(fact, member.Value, place));
        }

        return new(path, facts.DrainToImmutable(), alternatives);
    }

    private static AskedFact ReadFact(FactDefinition fact, JsonElement json, string path)
    {
        var unit = json.TryGetProperty("unit", out var text) ? text.GetString() : null;
        return new(
            fact,
            [
                .. json.EnumerateObject().Where(member => member.Name is not ("unit" or "orUnknown"))
                    .Select(member => new Asked($"{path}.{member.Name}", fact, member.Name, member.Value, unit)),
            ],
            json.TryGetProperty("orUnknown", out var passes) && passes.GetBoolean());
    }
}
