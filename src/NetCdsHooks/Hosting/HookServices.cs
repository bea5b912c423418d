using System.Collections.Frozen;
using System.Collections.Immutable;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Hooks;

namespace NetCdsHooks.Hosting;

/// <summary>Every service on one state of the knowledge.</summary>
internal sealed class HookServices
{
    private readonly FrozenDictionary<string, HookService> _byId;

    private HookServices(KnowledgeBase knowledge)
    {
        Knowledge = knowledge;
        All = [.. CdsService.All.Select(service => new HookService(service, knowledge))];
        _byId = All.ToFrozenDictionary(service => service.Definition.Id);
    }

    internal KnowledgeBase Knowledge { get; }

    /// <summary>In the order of discovery.</summary>
    internal ImmutableArray<HookService> All { get; }

    /// <exception cref="KnowledgeException">The files hold faults, or lack a concept that the queries are made of.</exception>
    internal static HookServices Load(IReadOnlyCollection<KnowledgeFile> files)
    {
        var knowledge = KnowledgeBase.Load(files);
        var missing = NeedInfo.All.SelectMany(info => info.Concepts.Where(id => !knowledge.Concepts.Contains(id)).Select(id => new Problem(
            "concepts", "$.concepts", $"no concept \"{id}\"", $"every concept that the query for {info.Title} is made of"))).ToImmutableArray();
        return missing.IsEmpty ? new(knowledge) : throw new KnowledgeException(missing);
    }

    /// <summary>Null when there is no such service.</summary>
    internal HookService? Find(string id) => _byId.GetValueOrDefault(id);
}
