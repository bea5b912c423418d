using System.Text.Json.Nodes;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Patients;
using NetCdsHooks.Tests.Support;
using NetCdsHooks.Tests.Support.Scripted;

namespace NetCdsHooks.Tests.Gathering.BadServers;

/// <summary>
/// A service with little patience, and every need of three calls. What is right is found out without a FHIR server: the same gap can be given in
/// the prefetch, where nobody can repair it.
/// </summary>
public sealed class BadServerService : IAsyncLifetime
{
    internal static readonly TimeSpan Budget = TimeSpan.FromSeconds(2);

    private const string SomeError = "the record system answered with an error";

    private static readonly string[] Calls = ["mia/patient-view", "dana/patient-view", "ned/order-sign"];

    private readonly ShippedService _service = new("NetCdsHooks:Fhir:Budget", Budget.ToString());

    internal IReadOnlyList<BadServerCase> Cases { get; private set; } = [];

    internal string Log => _service.Log;

    public async Task InitializeAsync()
    {
        var cases = new List<BadServerCase>();
        foreach (var path in Calls)
        {
            var whole = await _service.Call(_service.FullPrefetch(path));
            foreach (var need in NeedInfo.All.Where(info => info.IsAsked))
                cases.Add(await CaseOf(path, need.Key, whole));
        }

        Cases = cases;
    }

    internal Task<Answer> Call(BadServerCase call, Uri server) => _service.Post(call.BodyFor(server), call.Path);

    public async Task DisposeAsync() => await _service.DisposeAsync();

    private async Task<BadServerCase> CaseOf(string path, string need, Answer whole)
    {
        var call = _service.FullPrefetch(path).WithFhir(new(BadServerCase.Placeholder));
        call.WithoutPrefetch([.. _service.KeysOf(call, need)]);
        var failed = await With(path, need, _ => SomeJson.Outcome("error"));
        return new(call.PatientId, path, need, $"/cds-services/net-{call.Hook}", call.Body.ToJsonString(), whole, new Dictionary<Reading, string>
        {
            [Reading.Whole] = ShippedService.Stable(whole),
            [Reading.Failed] = failed,
            [Reading.Refused] = failed.Replace(SomeError, "the record system refused access", StringComparison.Ordinal),
            [Reading.TimedOut] = failed.Replace(SomeError, "no answer in time", StringComparison.Ordinal),
            [Reading.Unreadable] = await With(path, need, _ => new JsonObject { ["resourceType"] = "Basic" }),
            [Reading.Part] = await With(path, need, Unfinished),
            [Reading.TooMuch] = await With(path, need, _ => Unfinished(null)),
        });
    }

    /// <summary>What came, and a link to more.</summary>
    private static JsonObject Unfinished(JsonNode? answer)
    {
        var bundle = answer switch
        {
            null => SomeJson.Bundle(),
            _ when (string?)answer["resourceType"] == "Bundle" => answer.AsObject(),
            _ => SomeJson.Bundle(answer),
        };
        return bundle.WithNext("https://nowhere.example/more");
    }

    private async Task<string> With(string path, string need, Func<JsonNode?, JsonNode> change)
    {
        var call = _service.FullPrefetch(path);
        foreach (var key in _service.KeysOf(call, need))
            call.Prefetch(key, change(call.Body["prefetch"]![key]?.DeepClone()));
        var answer = await _service.Call(call);
        return answer.Status == 200 ? ShippedService.Stable(answer) : "";
    }
}
