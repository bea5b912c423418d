using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Gathering;

/// <summary>What the service asks the FHIR server of a call for, and what it makes of the answers.</summary>
[Collection(SharedService.Name)]
public sealed class FhirAccessTests(SharedService service) : IAsyncLifetime
{
    private static readonly Uri Elsewhere = new("http://127.0.0.2:9");

    private readonly ServiceHost _host = service.Host;
    private RecordingFhirServer _fhir = null!;

    public async Task InitializeAsync() => _fhir = await RecordingFhirServer.StartAsync(
        SomeJson.Bundle(SomeJson.Patient(), SomeJson.Tumour(), SomeJson.Ki67(), SomeJson.Ki67(id: "ki67-2"), SomeJson.Tumour("other", "net-other")));

    public async Task DisposeAsync() => await _fhir.DisposeAsync();

    [Fact]
    [Trait("Requirement", "P-01")]
    [Trait("Requirement", "A-01")]
    public async Task Only_the_keys_that_are_missing_are_fetched()
    {
        var answer = await _host.Call(HookCall.ActiveTumour(_host).WithoutPrefetch("pathology").WithFhir(_fhir.BaseUrl));

        answer.CardIds.Should().Equal("tumour-active");
        _fhir.Requests.Should().ContainSingle().Which.PathAndQuery.Should().StartWith($"/Observation?patient={HookCall.Patient}&code=http://loinc.org%7C");
    }

    [Fact]
    [Trait("Requirement", "P-03")]
    public async Task What_was_answered_is_not_asked_again()
    {
        await _host.Call(HookCall.ActiveTumour(_host).WithFhir(_fhir.BaseUrl));

        _fhir.Requests.Should().BeEmpty();
    }

    [Fact]
    [Trait("Requirement", "A-02")]
    [Trait("Requirement", "A-04")]
    public async Task Prefetched_or_fetched_the_same_data_give_the_same_cards()
    {
        var prefetched = await _host.Call(HookCall.ActiveTumour(_host).Prefetch("pathology", SomeJson.Bundle(SomeJson.Ki67(), SomeJson.Ki67(id: "ki67-2"))));

        var fetched = await _host.Call(new HookCall().WithoutPrefetch().WithFhir(_fhir.BaseUrl));

        fetched.CardIds.Should().Equal(prefetched.CardIds);
        _fhir.Requests.Should().HaveCount(_host.Keys.Count());
        _fhir.Requests.Should().OnlyContain(request => request.Authorization == $"Bearer {HookCall.Token}" && request.Method == "GET");
    }

    [Fact]
    public async Task A_patient_without_a_NET_costs_two_queries()
    {
        await using var fhir = await RecordingFhirServer.StartAsync(SomeJson.Bundle(SomeJson.Patient(), SomeJson.Hypertension()));

        var answer = await _host.Call(new HookCall().WithoutPrefetch().WithFhir(fhir.BaseUrl));

        answer.Text.Should().Be("""{"cards":[]}""");
        fhir.Requests.Select(request => request.PathAndQuery).Should()
            .BeEquivalentTo($"/Patient/{HookCall.Patient}", $"/Condition?patient={HookCall.Patient}");
    }

    [Fact]
    [Trait("Requirement", "A-11")]
    public async Task The_queries_behind_the_gate_run_side_by_side()
    {
        var behind = _host.Keys.Count() - 2;
        using var all = new CountdownEvent(behind);
        await using var fhir = await RecordingFhirServer.StartAsync(request =>
        {
            if (request.ResourceType == "Patient")
                return SomeJson.Patient();
            if (request.ResourceType == "Condition")
                return SomeJson.Bundle(SomeJson.Tumour());
            all.Signal();
            return all.Wait(TimeSpan.FromSeconds(25)) ? SomeJson.Bundle() : null;
        });
        await using var host = new ServiceHost().With("NetCdsHooks:Fhir:Budget", "00:00:30");

        var answer = await host.Call(new HookCall().WithoutPrefetch().WithFhir(fhir.BaseUrl));

        answer.CardIds.Should().Contain("ki67-unrecorded", "every query was waiting for all the others").And.NotContain("net-data-incomplete");
    }

    [Fact]
    public async Task A_proxy_is_used_where_the_settings_name_one()
    {
        await using var host = new ServiceHost().With("NetCdsHooks:Fhir:Proxy", _fhir.BaseUrl.AbsoluteUri.TrimEnd('/'));

        var answer = await host.Call(new HookCall().WithoutPrefetch().WithFhir(new("http://127.0.0.1:9/")));

        answer.CardIds.Should().Equal("tumour-active");
        _fhir.Requests.Should().HaveCount(host.Keys.Count());
    }

    [Fact]
    [Trait("Requirement", "P-05")]
    public async Task A_failed_prefetch_is_tried_once_more_by_access()
    {
        var answer = await _host.Call(HookCall.ActiveTumour(_host).Prefetch("pathology", SomeJson.Outcome("error")).WithFhir(_fhir.BaseUrl));

        answer.CardIds.Should().Equal("tumour-active");
        _fhir.Requests.Should().ContainSingle();
    }

    /// <summary>Requirement; story; the fault of the whole server; what the refusal says.</summary>
    public static TheoryData<string, string, string, string> Failures => new()
    {
        { "P-07", "an error", "500", "the FHIR server failed" },
        { "P-07", "too many requests", "429", "the FHIR server failed" },
        { "P-07", "a wrong token", "401", "the FHIR server refused to show it" },
        { "P-07", "a forbidden resource", "403", "the FHIR server refused to show it" },
        { "P-05", "an OperationOutcome as success", "outcome", "the FHIR server failed" },
        { "P-11", "the page of a proxy", "html", "something that is no FHIR search result" },
        { "P-11", "JSON that breaks off", "broken", "something that is no FHIR search result" },
        { "A-10", "a redirect", "redirect", "the FHIR server failed" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    [Trait("Requirement", "P-07")]
    [Trait("Requirement", "A-10")]
    public async Task A_problem_list_that_the_server_does_not_give_is_412(string requirement, string story, string fault, string reason)
    {
        _fhir.Fail("Condition", FaultOf(fault));

        var answer = await _host.Call(new HookCall().WithoutPrefetch().WithFhir(_fhir.BaseUrl));

        answer.Status.Should().Be(412, $"{requirement}: {story}");
        answer.Reason.Should().Contain(reason);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    [Trait("Requirement", "P-08")]
    public async Task Anything_else_that_fails_becomes_a_gap(string requirement, string story, string fault, string reason)
    {
        _fhir.Fail("Observation", FaultOf(fault));

        var answer = await _host.Call(new HookCall().WithoutPrefetch().WithFhir(_fhir.BaseUrl));

        answer.CardIds.Should().Contain("net-data-incomplete", $"{requirement}: {story} ({reason})").And.NotContain("ki67-unrecorded");
    }

    [Fact]
    [Trait("Requirement", "A-11")]
    [Trait("Requirement", "N-02")]
    public async Task A_hanging_server_ends_in_412_within_the_budget()
    {
        await using var host = new ServiceHost().With("NetCdsHooks:Fhir:Budget", "00:00:00.500");
        _fhir.Fail("Condition", new FhirFault.Hang());

        var answer = await host.Call(new HookCall().WithoutPrefetch().WithFhir(_fhir.BaseUrl)).WaitAsync(TimeSpan.FromSeconds(30));

        answer.Status.Should().Be(412);
        answer.Reason.Should().Contain("did not answer in time");
    }

    [Fact]
    [Trait("Requirement", "A-11")]
    public async Task What_hangs_behind_the_gate_becomes_a_gap_within_the_budget()
    {
        await using var host = new ServiceHost().With("NetCdsHooks:Fhir:Budget", "00:00:02");
        _fhir.Fail("Observation", new FhirFault.Hang());

        var answer = await host.Call(new HookCall().WithoutPrefetch().WithFhir(_fhir.BaseUrl)).WaitAsync(TimeSpan.FromSeconds(30));

        answer.CardIds.Should().Equal("tumour-active", "net-data-incomplete");
    }

    [Fact]
    [Trait("Requirement", "A-03")]
    public async Task Neither_token_nor_ids_nor_values_are_logged()
    {
        await using var host = new ServiceHost();
        _fhir.Fail("ImagingStudy", new FhirFault.Status(HttpStatusCode.InternalServerError));

        var answer = await host.Call(new HookCall().WithoutPrefetch().WithFhir(_fhir.BaseUrl));

        answer.Status.Should().Be(200);
        host.Log.Should().Contain("FHIR query imaging: Failed").And.Contain("FHIR query conditions: answered, 1 page(s), 1 resource(s)")
            .And.Contain("8a0c2c0e-5d6b-4c53-9f0f-6d0f2b7c9a11").And.Contain("tumour-active 1.2.3")
            .And.NotContain(HookCall.Token).And.NotContain(HookCall.Patient).And.NotContain("net-1").And.NotContain("enc-9")
            .And.NotContain(_fhir.BaseUrl.Authority);
    }

    [Fact]
    [Trait("Requirement", "A-07")]
    public async Task A_token_that_ends_during_the_call_is_not_used_again()
    {
        var clock = new TurnedClock();
        await using var fhir = await RecordingFhirServer.StartAsync(request =>
        {
            clock.TurnOn(TimeSpan.FromSeconds(2));
            return request.ResourceType == "Patient" ? SomeJson.Patient() : SomeJson.Bundle(SomeJson.Tumour());
        });
        await using var host = new ServiceHost().With(services => services.AddSingleton<TimeProvider>(clock));

        var answer = await host.Call(
            HookCall.ActiveTumour(host).WithoutPrefetch("conditions", "pathology").WithFhir(fhir.BaseUrl).With("fhirAuthorization.expires_in", 1));

        fhir.Requests.Should().ContainSingle().Which.ResourceType.Should().Be("Condition");
        answer.CardIds.Should().Equal("tumour-active", "net-data-incomplete");
    }

    [Fact]
    [Trait("Requirement", "P-01")]
    public async Task Of_a_split_query_only_the_part_that_is_missing_is_fetched()
    {
        var cards = TestCards.NewFolder();
        TestCards.Change(cards, "concepts/pathology.concepts.json", "\"29593-1\":", string.Concat(
            Enumerable.Range(1, 300).Select(number => $"\"site-code-{number}\": \"Ki-67 at the site\", ")) + "\"29593-1\":");
        await using var host = new ServiceHost().With("NetCdsHooks:CardFolder", cards);

        var answer = await host.Call(
            HookCall.ActiveTumour(host).Prefetch("pathology", SomeJson.Bundle(SomeJson.Ki67())).WithoutPrefetch("pathology-2").WithFhir(_fhir.BaseUrl));

        answer.CardIds.Should().Equal("tumour-active");
        _fhir.Requests.Should().ContainSingle().Which.PathAndQuery.Should().Contain("site-code-").And.NotContain("site-code-1,");
    }

    private static FhirFault FaultOf(string name) => name switch
    {
        "outcome" => new FhirFault.OutcomeAsSuccess(),
        "html" => new FhirFault.Html(),
        "broken" => new FhirFault.BrokenJson(),
        "redirect" => new FhirFault.RedirectTo(Elsewhere),
        _ => new FhirFault.Status(Enum.Parse<HttpStatusCode>(name)),
    };
}
