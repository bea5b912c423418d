using System.Collections.Frozen;
using System.Collections.Immutable;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Clinical.Cards.Site;
using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering.Templates;
using NetCdsHooks.Hooks;

namespace NetCdsHooks.Hosting;

/// <summary>Every service on one state of the knowledge.</summary>
internal sealed class HookServices
{
    private readonly FrozenDictionary<string, HookService> _byId;

    private HookServices(KnowledgeBase knowledge, KnowledgeBase shipped, ImmutableArray<string> siteChanges)
    {
        Knowledge = knowledge;
        Shipped = shipped;
        SiteChanges = siteChanges;
        All = [.. CdsService.All.Select(service => new HookService(service, knowledge))];
        _byId = All.ToFrozenDictionary(service => service.Definition.Id);
    }

    /// <summary>As it is in force.</summary>
    internal KnowledgeBase Knowledge { get; }

    /// <summary>What the site has made different, a line each; empty without a site folder.</summary>
    internal ImmutableArray<string> SiteChanges { get; }

    /// <summary>As it was shipped, where the site has made some of it different; else the same.</summary>
    internal KnowledgeBase Shipped { get; }

    /// <summary>In the order of discovery.</summary>
    internal ImmutableArray<HookService> All { get; }

    /// <param name="files">The card folder.</param>
    /// <param name="site">The site's folder; empty when there is none.</param>
    /// <exception cref="KnowledgeException">The files hold faults, or lack a concept that the queries are made of.</exception>
    internal static HookServices Load(IReadOnlyCollection<KnowledgeFile> files, IReadOnlyCollection<KnowledgeFile> site)
    {
        var shipped = Checked(KnowledgeBase.Load(files));
        if (site.Count == 0)
            return Checked(new HookServices(shipped, shipped, []));
        var adaptation = SiteAdaptation.Read(files, site);
        return Checked(new HookServices(Checked(adaptation.Load(shipped.Concepts)), shipped, adaptation.Changes));
    }

    /// <summary>Runs the shipped examples on the shipped cards, and those of the site on the cards as the site has them.</summary>
    internal ImmutableArray<Problem> RunExamples() =>
        ReferenceEquals(Shipped, Knowledge) ? Knowledge.RunExamples() : [.. Shipped.RunExamples(), .. Knowledge.RunExamples()];

    private static KnowledgeBase Checked(KnowledgeBase knowledge)
    {
        var missing = NeedInfo.All.SelectMany(info => info.Concepts.Where(id => !knowledge.Concepts.Contains(id)).Select(id => new Problem(
            "concepts", "$.concepts", $"no concept \"{id}\"", $"every concept that the query for {info.Title} is made of"))).ToImmutableArray();
        return missing.IsEmpty ? knowledge : throw new KnowledgeException(missing);
    }

    private static HookServices Checked(HookServices services)
    {
        var faults = Enum.GetValues<SpecificationEdition>()
            .SelectMany(edition => services.All.SelectMany(service => TemplateRules.FaultsIn(service.Definition.Hook, service.TemplatesFor(edition), edition)))
            .Distinct().Select(fault => new Problem("concepts", "$.concepts", $"the prefetch template {fault}", "codes that a query can hold")).ToImmutableArray();
        return faults.IsEmpty ? services : throw new KnowledgeException(faults);
    }

    /// <summary>Null when there is no such service.</summary>
    internal HookService? Find(string id) => _byId.GetValueOrDefault(id);
}
