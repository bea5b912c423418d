using System.Net;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Gathering;

/// <summary>A server that stumbles is asked once more, as long as there is time.</summary>
[Collection(SharedService.Name)]
public sealed class RetryTests(SharedService service) : IAsyncLifetime
{
    private readonly ServiceHost _host = service.Host;
    private RecordingFhirServer _fhir = null!;

    public async Task InitializeAsync() =>
        _fhir = await RecordingFhirServer.StartAsync(SomeJson.Bundle(SomeJson.Patient(), SomeJson.Tumour(), SomeJson.Ki67()));

    public async Task DisposeAsync() => await _fhir.DisposeAsync();

    /// <summary>Story; status of the first answer; its Retry-After; how often is asked.</summary>
    public static TheoryData<string, int, string?, int> Answers => new()
    {
        { "an error of the server", 500, null, 2 },
        { "a gateway without its server", 502, null, 2 },
        { "unavailable for a moment", 503, "0", 2 },
        { "too many requests, for a second", 429, "1", 2 },
        { "until a day that is over", 503, "Wed, 21 Oct 2015 07:28:00 GMT", 2 },
        { "a time that is no time", 503, "soon", 2 },
        { "longer than anybody waits", 429, "3600", 1 },
        { "until a day far ahead", 503, "Tue, 31 Dec 2999 23:59:59 GMT", 1 },
        { "not found", 404, null, 1 },
        { "gone", 410, null, 1 },
        { "a wrong token", 401, null, 1 },
        { "forbidden", 403, null, 1 },
        { "a query that it does not understand", 400, null, 1 },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task The_same_query_may_do_better_a_second_time(string story, int status, string? retryAfter, int asked)
    {
        _fhir.FailOnce(request => request.ResourceType == "Observation", new FhirFault.Status((HttpStatusCode)status, retryAfter));

        var answer = await _host.Call(HookCall.ActiveTumour(_host).WithoutPrefetch("pathology").WithFhir(_fhir.BaseUrl));

        _fhir.Requests.Should().HaveCount(asked, story);
        if (asked == 1)
            answer.CardIds.Should().Contain("net-data-incomplete", story);
        else
            answer.CardIds.Should().Equal(["tumour-active"], story);
    }

    [Fact]
    public async Task It_is_asked_twice_at_most()
    {
        _fhir.Fail("Observation", new FhirFault.Status(HttpStatusCode.ServiceUnavailable));

        var answer = await _host.Call(HookCall.ActiveTumour(_host).WithoutPrefetch("pathology").WithFhir(_fhir.BaseUrl));

        _fhir.Requests.Should().HaveCount(2);
        answer.CardIds.Should().Contain("net-data-incomplete");
    }

    [Fact]
    [Trait("Requirement", "A-07")]
    public async Task A_token_that_ends_while_waiting_is_not_used_for_the_second_try()
    {
        _fhir.FailOnce(request => request.ResourceType == "Observation", new FhirFault.Status(HttpStatusCode.ServiceUnavailable, "2"));

        var answer = await _host.Call(
            HookCall.ActiveTumour(_host).WithoutPrefetch("pathology").WithFhir(_fhir.BaseUrl).With("fhirAuthorization.expires_in", 1));

        _fhir.Requests.Count.Should().BeLessThan(2);
        answer.CardIds.Should().Contain("net-data-incomplete");
    }
}
