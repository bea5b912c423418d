using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Gathering;

[Collection(SharedService.Name)]
public sealed class PagingTests(SharedService service)
{
    private readonly ServiceHost _host = service.Host;

    [Fact]
    [Trait("Requirement", "P-09")]
    public async Task Every_page_is_read()
    {
        await using var fhir = await Server();
        fhir.PageSize = 1;

        var answer = await Call(fhir);

        answer.CardIds.Should().Equal("tumour-active");
        fhir.Requests.Count(request => request.ResourceType == "Condition").Should().Be(3);
    }

    [Fact]
    [Trait("Requirement", "P-09")]
    [Trait("Requirement", "A-02")]
    public async Task A_prefetched_page_is_followed_with_the_token()
    {
        await using var fhir = await Server();
        var page = SomeJson.Bundle(SomeJson.Hypertension()).WithNext(new Uri(fhir.BaseUrl, $"/Condition?patient={HookCall.Patient}&_offset=1").AbsoluteUri);

        var answer = await _host.Call(HookCall.NoTumour(_host).Prefetch("conditions", page).WithFhir(fhir.BaseUrl));

        answer.CardIds.Should().Contain("tumour-active");
        fhir.Requests.Should().ContainSingle().Which.Authorization.Should().Be($"Bearer {HookCall.Token}");
    }

    [Theory]
    [InlineData("relative to the base", "Condition?patient=pat-778&_offset=1")]
    [InlineData("relative to the host", "/Condition?patient=pat-778&_offset=1")]
    [InlineData("only a query", "?patient=pat-778&_offset=1")]
    public async Task A_relative_link_is_resolved(string story, string link)
    {
        await using var fhir = await Server();
        var page = SomeJson.Bundle(SomeJson.Hypertension()).WithNext(link);

        var answer = await _host.Call(HookCall.NoTumour(_host).Prefetch("conditions", page).WithFhir(fhir.BaseUrl));

        answer.CardIds.Should().Contain("tumour-active", story);
    }

    [Theory]
    [Trait("Requirement", "P-09")]
    [Trait("Requirement", "A-10")]
    [InlineData("another host", "http://127.0.0.2:{0}/Condition")]
    [InlineData("another port", "http://127.0.0.1:9/Condition")]
    [InlineData("another scheme", "https://127.0.0.1:{0}/Condition")]
    [InlineData("a user in the address", "http://me@127.0.0.1:{0}/Condition")]
    [InlineData("no web address", "file:///etc/passwd")]
    [InlineData("no address at all", "http://[")]
    public async Task A_link_to_another_origin_is_not_followed(string story, string link)
    {
        await using var fhir = await Server();
        var page = SomeJson.Bundle(SomeJson.Hypertension()).WithNext(string.Format(null, link, fhir.BaseUrl.Port));

        var answer = await _host.Call(HookCall.NoTumour(_host).Prefetch("conditions", page).WithFhir(fhir.BaseUrl));

        answer.CardIds.Should().Equal(["net-data-incomplete"], story);
        fhir.Requests.Should().BeEmpty(story);
    }

    [Fact]
    public async Task A_page_that_fails_leaves_what_came_before_and_a_gap()
    {
        await using var fhir = await Server(SomeJson.Tumour());
        fhir.Fail("Condition", new FhirFault.NextPageFails());

        (await Call(fhir)).CardIds.Should().Contain("tumour-active");
    }

    [Fact]
    public async Task Pages_without_end_are_cut_short()
    {
        await using var fhir = await Server(SomeJson.Hypertension());
        fhir.Fail("Condition", new FhirFault.EndlessPages());

        var answer = await Call(fhir);

        answer.CardIds.Should().Equal("net-data-incomplete");
        fhir.Requests.Count(request => request.ResourceType == "Condition").Should().Be(20);
    }

    [Fact]
    public async Task A_page_that_leads_to_itself_is_read_once()
    {
        await using var fhir = await RecordingFhirServer.StartAsync(request => request.ResourceType == "Patient"
            ? SomeJson.Patient()
            : SomeJson.Bundle(SomeJson.Hypertension()).WithNext(request.PathAndQuery));

        var answer = await _host.Call(HookCall.NoTumour(_host).WithoutPrefetch("conditions").WithFhir(fhir.BaseUrl));

        answer.CardIds.Should().Equal("net-data-incomplete");
        fhir.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData("NetCdsHooks:Fhir:MaxResources", "2")]
    [InlineData("NetCdsHooks:Fhir:MaxPages", "2")]
    public async Task A_limit_cuts_short_and_says_so(string setting, string limit)
    {
        await using var fhir = await Server(SomeJson.Hypertension(), SomeJson.Hypertension(), SomeJson.Hypertension());
        fhir.PageSize = 1;
        await using var host = new ServiceHost().With(setting, limit);

        var answer = await host.Call(HookCall.NoTumour(host).WithoutPrefetch("conditions").WithFhir(fhir.BaseUrl));

        answer.CardIds.Should().Equal("net-data-incomplete");
        fhir.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_page_that_is_too_large_is_not_read()
    {
        await using var fhir = await RecordingFhirServer.StartAsync(_ =>
            new JsonObject { ["resourceType"] = "Bundle", ["type"] = "searchset", ["text"] = new string('x', 2000) });
        await using var host = new ServiceHost().With("NetCdsHooks:Fhir:MaxPageBytes", "1024");

        var answer = await host.Call(HookCall.NoTumour(host).WithoutPrefetch("conditions").WithFhir(fhir.BaseUrl));

        answer.CardIds.Should().Equal("net-data-incomplete");
    }

    private static Task<RecordingFhirServer> Server(params JsonNode[] problems)
    {
        JsonNode[] list = problems.Length > 0 ? problems : [SomeJson.Hypertension(), SomeJson.Tumour(), SomeJson.Tumour(id: "net-2")];
        return RecordingFhirServer.StartAsync(SomeJson.Bundle([SomeJson.Patient(), .. list, SomeJson.Ki67()]));
    }

    private Task<Answer> Call(RecordingFhirServer fhir) => _host.Call(HookCall.NoTumour(_host).WithoutPrefetch("conditions", "pathology").WithFhir(fhir.BaseUrl));
}
