using System.Diagnostics;
using System.Net;
using System.Text;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Gathering;

/// <summary>Each answer tells how each need was met.</summary>
[Collection(SharedService.Name)]
public sealed class ServerTimingTests(SharedService service) : IAsyncLifetime
{
    private readonly ServiceHost _host = service.Host;
    private RecordingFhirServer _fhir = null!;

    public async Task InitializeAsync() =>
        _fhir = await RecordingFhirServer.StartAsync(SomeJson.Bundle(SomeJson.Patient(), SomeJson.Tumour(), SomeJson.Ki67(), SomeJson.Ki67(id: "ki67-2")));

    public async Task DisposeAsync() => await _fhir.DisposeAsync();

    /// <summary>Story; how the need was met; the entry.</summary>
    public static TheoryData<string, string, NeedGap?, int, int, string> Entries => new()
    {
        { "supplied", "Supplied", null, 3, 0, "markers;desc=\"supplied, 3 resources\"" },
        { "supplied, with pages that were fetched", "Fetched", null, 1, 2, "markers;dur=12.3;desc=\"fetched, 1 resource, 2 pages\"" },
        { "fetched, and nothing there", "Empty", null, 0, 1, "markers;dur=12.3;desc=\"empty, 1 page\"" },
        { "supplied, and nothing there", "Empty", null, 0, 0, "markers;desc=\"empty\"" },
        { "failed on the second page", "Failed", NeedGap.CutShort, 20, 2, "markers;dur=12.3;desc=\"failed: cut short, 20 resources, 2 pages\"" },
        { "nobody could be asked", "Failed", NeedGap.NotSupplied, 0, 0, "markers;desc=\"failed: not supplied\"" },
        { "too late", "Failed", NeedGap.TimedOut, 0, 0, "markers;desc=\"failed: too late\"" },
        { "not needed", "NotNeeded", null, 0, 0, "markers;desc=\"not needed\"" },
    };

    [Theory]
    [MemberData(nameof(Entries))]
    public void An_entry_names_state_time_resources_and_pages(string story, string state, NeedGap? gap, int resources, int pages, string entry) =>
        new NeedTrace("markers", Enum.Parse<NeedState>(state), gap, resources, pages, TimeSpan.FromMilliseconds(12.34)).ToServerTiming().Should().Be(entry, story);

    [Fact]
    public async Task Every_key_of_the_service_is_in_it()
    {
        _fhir.Fail(request => request.ResourceType == "Procedure", new FhirFault.Status(HttpStatusCode.Forbidden));

        var timing = TimingOf(await _host.Call(
            HookCall.ActiveTumour(_host).WithoutPrefetch("pathology", "procedures").WithFhir(_fhir.BaseUrl)));

        timing.Select(entry => entry.Split(';')[0]).Should().BeEquivalentTo(_host.Keys);
        timing.Single(entry => entry.StartsWith("conditions;", StringComparison.Ordinal)).Should().Be("conditions;desc=\"supplied, 1 resource\"");
        timing.Single(entry => entry.StartsWith("pathology;", StringComparison.Ordinal)).Should().EndWith("desc=\"fetched, 2 resources, 1 page\"");
        timing.Single(entry => entry.StartsWith("procedures;", StringComparison.Ordinal)).Should().EndWith("desc=\"failed: refused, 1 page\"");
    }

    [Fact]
    public async Task Behind_a_closed_gate_nothing_is_needed()
    {
        var timing = TimingOf(await _host.Call(HookCall.NoTumour(_host)));

        timing.Count(entry => entry.EndsWith("\"not needed\"", StringComparison.Ordinal)).Should().Be(_host.Keys.Count() - 2);
    }

    [Fact]
    public async Task Traces_have_a_span_for_each_query_and_no_data_of_the_patient()
    {
        var spans = new System.Collections.Concurrent.ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == nameof(NetCdsHooks),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var trace = ActivityTraceId.CreateRandom();
        var call = new HookCall().WithoutPrefetch().WithFhir(_fhir.BaseUrl);

        await _host.Send(new(HttpMethod.Post, ServiceHost.PatientView)
        {
            Content = new StringContent(call.Body.ToJsonString(), Encoding.UTF8, "application/json"),
            Headers = { { "traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01" } },
        });

        var own = spans.Where(span => span.TraceId == trace).ToList();
        own.Select(span => span.GetTagItem("key")).Should().BeEquivalentTo(_host.Keys);
        own.SelectMany(span => span.TagObjects).Select(tag => $"{tag.Value}").Should().NotContain(value => value.Contains(HookCall.Patient, StringComparison.Ordinal));
    }

    private static string[] TimingOf(Answer answer) => answer.Http.Headers.GetValues("Server-Timing").Single().Split(", ").Aggregate(new List<string>(), (entries, part) =>
    {
        if (part.Contains(";d", StringComparison.Ordinal))
            entries.Add(part);
        else
            entries[^1] += $", {part}";
        return entries;
    }).ToArray();
}
