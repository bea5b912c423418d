using System.Collections.Immutable;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Clinical.Cards.Reading;

/// <summary>The reasons that every card above info offers, and those that a card may add.</summary>
internal sealed record OverrideReasons(ImmutableArray<OverrideReason> Standard, ImmutableDictionary<string, OverrideReason> Extra);

/// <summary>Reads <c>override-reasons.json</c>.</summary>
internal static class OverrideReasonReader
{
    internal static OverrideReasons Read(IEnumerable<KnowledgeFile> files, ProblemList problems)
    {
        if (files.FirstOrDefault(file => file.Path == FolderReader.OverrideReasonsFile) is not { } reasons)
        {
            problems.Add(FolderReader.OverrideReasonsFile, "$", "no such file", "the standard and the extra override reasons");
            return new([], ImmutableDictionary<string, OverrideReason>.Empty);
        }

        var members = JsonNodeReader.Open(reasons, problems)?.Object("$schema", "standard", "extra");
        return new(
            [.. ReadReasons(members?.Required("standard"))],
            ReadReasons(members?.Required("extra")).ToImmutableDictionary(reason => reason.Code));
    }

    private static IEnumerable<OverrideReason> ReadReasons(JsonNodeReader? node)
    {
        foreach (var (code, display) in node?.Members() ?? [])
            if (display.Text() is { } text)
                yield return new(code, text);
    }
}
