using System.Collections.Immutable;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Clinical.Cards.Reading;

/// <summary>Reads <c>evidence.json</c>.</summary>
internal static class EvidenceReader
{
    internal static ImmutableDictionary<string, EvidenceSource> Read(IEnumerable<KnowledgeFile> files, ProblemList problems)
    {
        var sources = ImmutableDictionary.CreateBuilder<string, EvidenceSource>();
        if (files.FirstOrDefault(file => file.Path == FolderReader.EvidenceFile) is not { } evidence)
        {
            problems.Add(FolderReader.EvidenceFile, "$", "no such file", "the sources that cards cite");
            return sources.ToImmutable();
        }

        foreach (var (key, node) in JsonNodeReader.Open(evidence, problems)?.Object("$schema", "evidence")?.Required("evidence")?.Members() ?? [])
            if (node.Object("label", "url", "note") is { } members
                && members.Required("label")?.Text() is { } label && members.Required("note")?.Text() is { } note)
                sources[key] = new(key, label, ReadUrl(members.Optional("url")), note);
        return sources.ToImmutable();
    }

    private static string? ReadUrl(JsonNodeReader? node)
    {
        if (node?.Text() is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "https" or "http"))
            return text;
        node.Value.Reject("an absolute https address");
        return null;
    }
}
