using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering.Templates;
using NetCdsHooks.Hosting;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Patients;

/// <summary>
/// The service on the cards that ship, one for all tests of a class, and calls about the invented patients.
/// Its budget is long, so that a busy machine changes no answer.
/// </summary>
public sealed class ShippedService : IAsyncDisposable, IDisposable
{
    private static readonly Lazy<HookServices> Cards = new(() => HookServices.Load(TestKnowledge.Files(), []));

    private readonly ServiceHost _host = new ServiceHost()
        .With("NetCdsHooks:CardFolder", Repository.PathOf("cds-cards"))
        .With("NetCdsHooks:Fhir:Budget", "00:01:00")
        .With("NetCdsHooks:Fhir:Preferred", "00:01:00")
        .With(services => services.AddSingleton<KnowledgeLoader>((_, _) => Cards.Value));

    public ShippedService()
    {
    }

    internal ShippedService(string setting, string value) => _host.With(setting, value);

    internal ShippedService With(string setting, string value)
    {
        _host.With(setting, value);
        return this;
    }

    internal ShippedService With(Action<IServiceCollection> services)
    {
        _host.With(services);
        return this;
    }

    /// <summary>Every line that was logged.</summary>
    internal string Log => _host.Log;

    /// <summary>The keys that the service of this call asks for.</summary>
    internal IEnumerable<string> Keys(HookCall call) => Queries(call).Select(query => query.Key);

    /// <summary>A need with many codes is asked for by several keys.</summary>
    internal IEnumerable<string> KeysOf(HookCall call, string need) =>
        Queries(call).Where(query => NeedInfo.Of(query.Need).Key == need).Select(query => query.Key);

    internal Task<Answer> Call(HookCall call) => _host.Post(call.Body.ToJsonString(), path: $"/cds-services/net-{call.Hook}");

    internal Task<Answer> Post(string body, string path = ServiceHost.PatientView) => _host.Post(body, path: path);

    /// <summary>A call about a sample with every key prefetched, as a client would do it: every template, on the same data.</summary>
    /// <param name="call">Of <see cref="Samples.Calls"/>, or a patient for that on opening the chart.</param>
    internal HookCall FullPrefetch(string call) => FullPrefetch(call, Samples.Json(Samples.Call(call).PatientId));

    internal HookCall FullPrefetch(string path, JsonNode bundle)
    {
        var data = new BundleQuery(bundle);
        var call = Samples.Call(path);
        foreach (var query in Queries(call))
        {
            var found = data.Answer(query.AddressFor(call.PatientId)).Select(resource => resource.DeepClone());
            call.Prefetch(query.Key, query.IsRead ? found.Single() : SomeJson.Bundle(found));
        }

        return call;
    }

    private ImmutableArray<NeedQuery> Queries(HookCall call) =>
        _host.Services.GetRequiredService<KnowledgeStore>().Current.Find($"net-{call.Hook}")!.Queries;

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
