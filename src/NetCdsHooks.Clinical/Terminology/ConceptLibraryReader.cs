using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Clinical.Terminology;

/// <summary>Reads <c>concepts/systems.json</c> and <c>concepts/*.concepts.json</c>.</summary>
internal sealed class ConceptLibraryReader(ProblemList problems)
{
    private const string SystemsFile = "concepts/systems.json";

    private readonly Dictionary<string, CodeSystem> _systems = [];
    private readonly Dictionary<string, Dictionary<string, CodeMeaning>> _meanings = [];
    private readonly HashSet<(string System, string Code)> _unverified = [];
    private readonly Dictionary<string, Concept> _concepts = [];

    internal ConceptLibrary Read(IReadOnlyCollection<KnowledgeFile> files)
    {
        if (files.FirstOrDefault(file => file.Path == SystemsFile) is { } systems)
            ReadSystems(systems);
        else
            problems.Add(SystemsFile, "$", "no such file", "the code systems and their addresses");

        foreach (var file in files.Where(file => file.Path.EndsWith(".concepts.json", StringComparison.Ordinal)))
            foreach (var concept in JsonNodeReader.Open(file, problems)?.Object("$schema", "concepts")?.Required("concepts")?.Items() ?? [])
                ReadConcept(concept);

        return new(
            [.. _concepts.Values.OrderBy(concept => concept.Index)],
            [.. _systems.Values],
            _meanings.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenDictionary()),
            _unverified.ToFrozenSet());
    }

    private void ReadSystems(KnowledgeFile file)
    {
        foreach (var (alias, node) in JsonNodeReader.Open(file, problems)?.Object("$schema", "systems")?.Required("systems")?.Members() ?? [])
        {
            if (node.Object("uris", "match") is not { } system)
                continue;
            var uris = system.Required("uris")?.Items().Select(uri => uri.Text()).OfType<string>().ToImmutableArray() ?? [];
            var byPrefix = system.Required("match")?.OneOf(new Dictionary<string, bool> { ["exact"] = false, ["prefix"] = true });
            if (uris.IsEmpty)
                node.Reject("at least one address", "no address");
            else if (byPrefix is { } prefix)
                _systems[alias] = new(alias, uris, prefix);
        }
    }

    private void ReadConcept(JsonNodeReader node)
    {
        if (node.Object("id", "title", "codes", "unverified", "text", "exclude") is not { } members
            || members.Required("id") is not { } idNode || idNode.Text() is not { } id)
            return;
        if (_concepts.ContainsKey(id))
            idNode.Reject("each concept once", $"\"{id}\" a second time");
        if (_concepts.Count >= ConceptSet.Capacity)
        {
            idNode.Reject($"at most {ConceptSet.Capacity} concepts", "one more");
            return;
        }

        var index = _concepts.Count;
        var codes = ReadCodes(members.Optional("codes"), index, excludes: false);
        var unverified = ReadCodes(members.Optional("unverified"), index, excludes: false, unverified: true);
        var exclude = members.Optional("exclude")?.Object("codes", "text");
        ReadCodes(exclude?.Optional("codes"), index, excludes: true);
        var pattern = ReadPattern(members.Optional("text"));
        if (codes.IsEmpty && unverified.IsEmpty && pattern is null)
            node.Reject("codes, text or both", $"\"{id}\" without any");
        _concepts[id] = new(
            index, id, members.Required("title")?.Text() ?? id, [.. codes, .. unverified], pattern, ReadPattern(exclude?.Optional("text")));
    }

    private ImmutableArray<Coding> ReadCodes(JsonNodeReader? node, int concept, bool excludes, bool unverified = false)
    {
        var codings = ImmutableArray.CreateBuilder<Coding>();
        foreach (var (alias, codes) in node?.Members() ?? [])
        {
            if (!_systems.TryGetValue(alias, out var system))
            {
                codes.Reject($"one of {string.Join(", ", _systems.Keys)}", $"unknown code system \"{alias}\"");
                continue;
            }

            foreach (var (code, label) in codes.Members())
            {
                codings.Add(new(system.Uris[0], code, label.Text()));
                var normal = system.Normalize(code);
                if (unverified)
                    _unverified.Add((alias, normal));
                AddMeaning(alias, normal, concept, excludes);
            }
        }

        return codings.DrainToImmutable();
    }

    private void AddMeaning(string alias, string code, int concept, bool excludes)
    {
        if (!_meanings.TryGetValue(alias, out var meanings))
            _meanings[alias] = meanings = [];
        var meaning = meanings.GetValueOrDefault(code);
        meanings[code] = excludes
            ? meaning with { Excludes = meaning.Excludes.With(concept) }
            : meaning with { Means = meaning.Means.With(concept) };
    }

    /// <summary>All patterns of a list as one; only when that fails is each looked at by itself, to name the one at fault.</summary>
    private static Regex? ReadPattern(JsonNodeReader? node)
    {
        var items = (node?.Items() ?? []).Select(item => (Node: item, Pattern: item.Text())).Where(item => item.Pattern is not null).ToArray();
        if (items.Length == 0)
            return null;
        if (TryCompile(string.Join('|', items.Select(item => $"(?:{item.Pattern})"))) is { } regex)
            return regex;
        foreach (var (item, pattern) in items)
            if (TryCompile(pattern!) is null)
                item.Reject("a regular expression without look-around and back-references");
        return null;
    }

    private static Regex? TryCompile(string pattern)
    {
        try
        {
            return new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
