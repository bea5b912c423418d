using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering;
using NetCdsHooks.Hosting;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Patients;

/// <summary>The service on the cards that ship, one for all tests of a class, and calls about the invented patients.</summary>
public sealed class ShippedService : IAsyncDisposable, IDisposable
{
    private static readonly Lazy<HookServices> Cards = new(() => HookServices.Load(TestKnowledge.Files(), []));

    private readonly ServiceHost _host = new ServiceHost()
        .With("NetCdsHooks:CardFolder", Repository.PathOf("cds-cards"))
        .With(services => services.AddSingleton<KnowledgeLoader>((_, _) => Cards.Value));

    public ShippedService()
    {
    }

    internal ShippedService(string setting, string value) => _host.With(setting, value);

    internal IEnumerable<string> Keys => Queries.Select(query => query.Key);

    private ImmutableArray<NeedQuery> Queries => _host.Services.GetRequiredService<KnowledgeStore>().Current.All[0].Queries;

    /// <summary>A need with many codes is asked for by several keys.</summary>
    internal IEnumerable<string> KeysOf(string need) =>
        Queries.Where(query => NeedInfo.Of(query.Need).Key == need).Select(query => query.Key);

    internal Task<Answer> Call(HookCall call) => _host.Call(call);

    internal Task<Answer> Post(string body) => _host.Post(body);

    /// <summary>A call about a sample with every key prefetched, as a client would do it: every template, on the same data.</summary>
    internal HookCall FullPrefetch(string sample) => FullPrefetch(sample, Samples.Json(sample));

    internal HookCall FullPrefetch(string patient, JsonNode bundle)
    {
        var data = new BundleQuery(bundle);
        var call = new HookCall().With("context.patientId", patient).Without("context.encounterId");
        foreach (var query in Queries)
        {
            var found = data.Answer(query.AddressFor(patient)).Select(resource => resource.DeepClone());
            call.Prefetch(query.Key, query.IsRead ? found.Single() : SomeJson.Bundle(found));
        }

        return call;
    }

    /// <summary>The answer without what differs from call to call.</summary>
    internal static string Stable(Answer answer)
    {
        var json = answer.Json;
        Strip(json);
        return json.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .ReplaceLineEndings("\n") + "\n";
    }

    public void Dispose() => _host.Dispose();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static void Strip(JsonNode? node)
    {
        if (node is JsonArray list)
            foreach (var item in list)
                Strip(item);
        if (node is not JsonObject members)
            return;
        members.Remove("uuid");
        members.Remove("digest");
        foreach (var (_, member) in members.ToArray())
            Strip(member);
    }
}
