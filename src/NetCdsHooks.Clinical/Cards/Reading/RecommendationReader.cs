using System.Collections.Immutable;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Clinical.Cards.Reading;

/// <summary>Reads <c>recommendations.json</c>, which a folder may lack as long as no card speaks for anything in it.</summary>
internal static class RecommendationReader
{
    internal static ImmutableSortedDictionary<string, Recommendation> Read(
        IEnumerable<KnowledgeFile> files, ImmutableDictionary<string, EvidenceSource> evidence, ProblemList problems)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, Recommendation>(StringComparer.Ordinal);
        if (files.FirstOrDefault(file => file.Path == FolderReader.RecommendationsFile) is { } recommendations)
            foreach (var (id, node) in JsonNodeReader.Open(recommendations, problems)?.Object("$schema", "recommendations")?.Required("recommendations")?.Members() ?? [])
                if (node.Object("source", "statement", "numbers") is { } members
                    && members.Required("source") is { } key && ReadSource(key, evidence) is { } source
                    && members.Required("statement")?.Text() is { } statement)
                    found[id] = new(id, source, statement, [.. (members.Optional("numbers")?.Items() ?? []).Select(item => item.Text()).OfType<string>()]);
        return found.ToImmutable();
    }

    /// <summary>The ids that a card names in <c>speaksFor</c>.</summary>
    internal static ImmutableArray<Recommendation> ReadIds(JsonNodeReader? node, ImmutableSortedDictionary<string, Recommendation> known)
    {
        var found = ImmutableArray.CreateBuilder<Recommendation>();
        foreach (var item in node?.Items() ?? [])
            if (item.Text() is { } id)
                if (!known.TryGetValue(id, out var recommendation))
                    item.Reject(Suggest.Names("a recommendation of recommendations.json", id, known.Keys));
                else if (found.Contains(recommendation))
                    item.Reject("each recommendation once", $"\"{id}\" a second time");
                else
                    found.Add(recommendation);
        return found.DrainToImmutable();
    }

    private static EvidenceSource? ReadSource(JsonNodeReader node, ImmutableDictionary<string, EvidenceSource> evidence)
    {
        if (node.Text() is not { } key)
            return null;
        if (evidence.TryGetValue(key, out var source))
            return source;
        node.Reject(Suggest.Names("a source of evidence.json", key, evidence.Keys));
        return null;
    }
}
