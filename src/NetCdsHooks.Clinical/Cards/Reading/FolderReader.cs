using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Clinical.Cards.Reading;

/// <summary>What may lie in the knowledge folder.</summary>
internal static class FolderReader
{
    internal const string CardSuffix = ".card.json";
    internal const string ExamplesSuffix = ".examples.json";
    internal const string OrderSuffix = ".order.json";
    internal const string EvidenceFile = "evidence.json";
    internal const string OverrideReasonsFile = "override-reasons.json";
    internal const string RecommendationsFile = "recommendations.json";
    internal const string IntervalsFile = "surveillance/intervals.json";
    internal const string SchemaFile = "card.schema.json";

    /// <summary>A misspelt file name must not make a card vanish.</summary>
    internal static void RejectUnknownFiles(IEnumerable<KnowledgeFile> files, ProblemList problems)
    {
        foreach (var file in files)
            if (file.Path is not (EvidenceFile or OverrideReasonsFile or RecommendationsFile or IntervalsFile or SchemaFile or "concepts/systems.json")
                && !file.Path.EndsWith(CardSuffix, StringComparison.Ordinal)
                && !file.Path.EndsWith(ExamplesSuffix, StringComparison.Ordinal)
                && !IsIn(file, "orders/", OrderSuffix)
                && !IsIn(file, "concepts/", ".concepts.json"))
                problems.Add(
                    file.Path, "$", "a file that nothing reads",
                    "*.card.json, *.examples.json, orders/*.order.json, concepts/*.concepts.json, evidence.json, override-reasons.json, recommendations.json, surveillance/intervals.json");
    }

    internal static IEnumerable<KnowledgeFile> Ending(this IEnumerable<KnowledgeFile> files, string suffix) =>
        files.Where(file => file.Path.EndsWith(suffix, StringComparison.Ordinal));

    /// <summary>The file's name without folder and suffix.</summary>
    internal static string Stem(KnowledgeFile file, string suffix) =>
        file.Path[(file.Path.LastIndexOf('/') + 1)..^suffix.Length];

    private static bool IsIn(KnowledgeFile file, string folder, string suffix) =>
        file.Path.StartsWith(folder, StringComparison.Ordinal) && file.Path.EndsWith(suffix, StringComparison.Ordinal);
}
