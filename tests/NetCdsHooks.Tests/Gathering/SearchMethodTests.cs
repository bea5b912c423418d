using System.Net;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Gathering;

/// <summary>Three ways to ask for the same data.</summary>
public sealed class SearchMethodTests : IAsyncLifetime
{
    private RecordingFhirServer _fhir = null!;

    public async Task InitializeAsync() =>
        _fhir = await RecordingFhirServer.StartAsync(SomeJson.Bundle(SomeJson.Patient(), SomeJson.Tumour(), SomeJson.Ki67(), SomeJson.Ki67(id: "ki67-2")));

    public async Task DisposeAsync() => await _fhir.DisposeAsync();

    [Theory]
    [InlineData("Get", "GET")]
    [InlineData("Post", "POST")]
    [Trait("Requirement", "A-02")]
    public async Task Searches_go_by_the_method_of_the_settings_and_reads_by_GET(string setting, string method)
    {
        await using var host = new ServiceHost().With("NetCdsHooks:Fhir:Search", setting);

        var answer = await host.Call(new HookCall().WithoutPrefetch().WithFhir(_fhir.BaseUrl));

        answer.CardIds.Should().Equal("tumour-active");
        _fhir.Requests.Should().HaveCount(host.Keys.Count()).And.OnlyContain(request => request.Authorization == $"Bearer {HookCall.Token}");
        _fhir.Requests.Where(request => request.Id is null).Should().OnlyContain(request => request.Method == method);
        _fhir.Requests.Single(request => request.Id is not null).Method.Should().Be("GET");
    }

    [Fact]
    [Trait("Requirement", "P-09")]
    public async Task Further_pages_of_a_search_by_POST_are_followed()
    {
        await using var host = new ServiceHost().With("NetCdsHooks:Fhir:Search", "Post");
        _fhir.PageSize = 1;

        var answer = await host.Call(HookCall.ActiveTumour(host).WithoutPrefetch("pathology").WithFhir(_fhir.BaseUrl));

        answer.CardIds.Should().Equal("tumour-active");
        _fhir.Requests.Select(request => request.Method).Should().Equal("POST", "GET");
    }

    [Fact]
    public async Task A_search_too_long_for_an_address_goes_by_POST()
    {
        await using var host = new ServiceHost().With("NetCdsHooks:Fhir:MaxAddressLength", "500");

        await host.Call(new HookCall().WithoutPrefetch().WithFhir(_fhir.BaseUrl));

        var (longer, shorter) = (_fhir.Requests.Where(request => request.PathAndQuery.Length > 500), _fhir.Requests.Where(request => request.PathAndQuery.Length < 400));
        longer.Should().NotBeEmpty().And.OnlyContain(request => request.Method == "POST");
        shorter.Should().NotBeEmpty().And.OnlyContain(request => request.Method == "GET");
    }

    [Fact]
    [Trait("Requirement", "A-02")]
    public async Task A_batch_asks_for_all_of_a_moment_at_once()
    {
        await using var host = Batching();

        var answer = await host.Call(new HookCall().WithoutPrefetch().WithFhir(_fhir.BaseUrl));

        answer.CardIds.Should().Equal("tumour-active");
        _fhir.Requests.Select(request => request.Body?["entry"]!.AsArray().Count).Should().Equal(2, host.Keys.Count() - 2);
        _fhir.Requests.Should().OnlyContain(request => request.Authorization == $"Bearer {HookCall.Token}");
    }

    [Fact]
    [Trait("Requirement", "P-09")]
    public async Task Further_pages_of_a_batched_search_are_followed()
    {
        await using var host = Batching();
        _fhir.PageSize = 1;

        var answer = await host.Call(new HookCall().WithoutPrefetch().WithFhir(_fhir.BaseUrl));

        answer.CardIds.Should().Equal("tumour-active");
        _fhir.Requests.Skip(2).Should().ContainSingle().Which.ResourceType.Should().Be("Observation");
    }

    /// <summary>Story; the answer of the server to a batch.</summary>
    public static TheoryData<string, int> Refusals => new()
    {
        { "no such address", 404 },
        { "no such method", 405 },
        { "not made for it", 501 },
        { "not allowed", 403 },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Where_a_server_takes_no_batch_each_query_is_asked_on_its_own(string story, int status)
    {
        await using var host = Batching();
        _fhir.Fail(request => request.Body is not null, new FhirFault.Status((HttpStatusCode)status));

        var answer = await host.Call(new HookCall().WithoutPrefetch().WithFhir(_fhir.BaseUrl));

        answer.CardIds.Should().Equal(["tumour-active"], story);
    }

    /// <summary>Story; status of one entry of a batch; whether the query is asked again on its own.</summary>
    public static TheoryData<string, int, bool> Entries => new()
    {
        { "an error of the server", 500, true },
        { "too many requests", 429, true },
        { "forbidden", 403, false },
        { "not found", 404, false },
    };

    [Theory]
    [MemberData(nameof(Entries))]
    public async Task One_entry_that_fails_leaves_the_others_as_they_are(string story, int status, bool isAskedAgain)
    {
        await using var host = Batching();
        _fhir.Fail(request => request.ResourceType == "Observation" && request.Authorization is null, new FhirFault.Status((HttpStatusCode)status));

        var answer = await host.Call(new HookCall().WithoutPrefetch().WithFhir(_fhir.BaseUrl));

        if (isAskedAgain)
            answer.CardIds.Should().Equal(["tumour-active"], story);
        else
            answer.CardIds.Should().Equal(["tumour-active", "net-data-incomplete"], story);
    }

    private static ServiceHost Batching() => new ServiceHost().With("NetCdsHooks:Fhir:Search", "Batch");
}
