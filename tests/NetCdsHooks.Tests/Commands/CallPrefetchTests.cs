using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NetCdsHooks.Commands;

namespace NetCdsHooks.Tests.Commands;

/// <summary>What the test client sends along, from a FHIR server that pages and fails.</summary>
public sealed class CallPrefetchTests : IAsyncLifetime
{
    private readonly List<(string Path, string? Token)> _asked = [];
    private JsonObject _sent = [];
    private string _told = "";
    private WebApplication _service = null!;

    private string Root => _service.Urls.Single();

    /// <summary>The link of the second page to the third.</summary>
    private string Third { get; set; } = "fhir?page=3";

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _service = builder.Build();
        _service.Urls.Add("http://127.0.0.1:0");
        _service.MapGet("/cds-services", () => Results.Text("""
            {"services":[
              {"hook":"patient-view","id":"a","description":"d","prefetch":{"list":"Condition?patient={{context.patientId}}","told":"Told/1","silent":"Silent/1","gone":"Gone/1","asked":"Encounter/{{context.encounterId}}"}},
              {"hook":"order-sign","id":"a","description":"d"}]}
            """, "application/json"));
        _service.MapGet("/fhir/Condition", (HttpRequest request) => Page(request, "1", $"{Root}/fhir?page=2"));
        _service.MapGet("/fhir", (HttpRequest request) => (string?)request.Query["page"] switch
        {
            "2" => Page(request, "2", Third),
            "3" => Page(request, "3", null),
            _ => Results.NotFound(),
        });
        _service.MapGet("/fhir/Told/1", () => Results.Text("""{"resourceType":"OperationOutcome","issue":[{"severity":"fatal","code":"lock-error"}]}""", "application/fhir+json", statusCode: 500));
        _service.MapGet("/fhir/Silent/1", () => Results.Text("<html>", "text/html", statusCode: 502));
        _service.MapPost("/cds-services/a", async (HttpRequest request) =>
        {
            _sent = (await JsonNode.ParseAsync(request.Body))!.AsObject();
            return Results.Text("""{"cards":[]}""", "application/json");
        });
        await _service.StartAsync();
    }

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task A_key_that_failed_is_left_out() =>
        (await Prefetch()).Select(pair => pair.Key).Should().Equal("list");

    [Fact]
    [Trait("Requirement", "P-05")]
    public async Task Or_an_outcome_stands_in_its_place_the_servers_own_if_it_gave_one()
    {
        var prefetch = await Prefetch("--on-failed-prefetch", "outcome");

        prefetch.Select(pair => pair.Key).Should().Equal(["list", "told", "silent", "gone"], "nobody was asked for the last");
        ((string?)prefetch["told"]!["issue"]![0]!["code"]).Should().Be("lock-error");
        prefetch["silent"]!.ToJsonString().Should().Be("""{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"exception","details":{"text":"the FHIR server answered 502"}}]}""");
        ((string?)prefetch["gone"]!["issue"]![0]!["code"]).Should().Be("not-found");
    }

    [Fact]
    public async Task The_first_page_goes_out_as_it_came()
    {
        var list = (await Prefetch())["list"]!;

        Ids(list).Should().Equal("1");
        ((string?)list["link"]![1]!["url"]).Should().Be($"{Root}/fhir?page=2");
    }

    [Fact]
    public async Task Two_pages_are_sent_as_one_with_the_link_to_the_third()
    {
        var list = (await Prefetch("--pages", "2"))["list"]!;

        Ids(list).Should().Equal("1", "2");
        ((string?)list["link"]![1]!["url"]).Should().Be("fhir?page=3");
        ((string?)list["link"]![0]!["relation"]).Should().Be("self");
    }

    [Fact]
    [Trait("Requirement", "P-09")]
    public async Task All_pages_are_sent_without_a_link_to_more()
    {
        var list = (await Prefetch("--pages", "9"))["list"]!;

        Ids(list).Should().Equal("1", "2", "3");
        list["link"]!.AsArray().Should().ContainSingle();
        _asked.Should().HaveCount(3);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/fhir?page=3", "page 3 not read, it is not on the FHIR server")]
    [InlineData("/fhir?page=4", "page 3 not read, the FHIR server answered 404")]
    [InlineData("/fhir?page=2", "page 3 not read, it was read before")]
    [Trait("Requirement", "P-09")]
    public async Task A_page_that_is_elsewhere_or_fails_ends_the_reading_and_its_link_stays(string third, string told)
    {
        Third = third;

        var list = (await Prefetch("--pages", "5"))["list"]!;

        _told.Should().Contain(told);
        Ids(list).Should().Equal("1", "2");
        ((string?)list["link"]![1]!["url"]).Should().Be(third);
    }

    [Fact]
    public async Task Alone_a_hook_chooses_its_service()
    {
        await Run("--hook", "order-sign");
        ((string?)_sent["hook"]).Should().Be("order-sign");

        await Run("--service", "a", "--hook", "patient-view");
        ((string?)_sent["hook"]).Should().Be("patient-view");
    }

    private static IEnumerable<string?> Ids(JsonNode bundle) => bundle["entry"]!.AsArray().Select(entry => (string?)entry!["resource"]!["id"]);

    private async Task<JsonObject> Prefetch(params string[] options)
    {
        _told = await Run(["--hook", "patient-view", .. options]);
        return _sent["prefetch"]!.AsObject();
    }

    private async Task<string> Run(params string[] options)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(
            ["call", $"{Root}/cds-services", "--patient", "p", "--fhir", $"{Root}/fhir", "--timeout", "120", .. options], _ => Task.FromResult(0), output, error);
        code.Should().Be(0, output + error.ToString());
        return error.ToString();
    }

    private IResult Page(HttpRequest request, string id, string? next)
    {
        _asked.Add((request.Path, request.Headers.Authorization));
        var more = next is null ? "" : $$$""",{"relation":"next","url":"{{{next}}}"}""";
        return Results.Text(
            $$$"""{"resourceType":"Bundle","type":"searchset","link":[{"relation":"self","url":"x"}{{{more}}}],"entry":[{"resource":{"resourceType":"Condition","id":"{{{id}}}"}}]}""", "application/fhir+json");
    }
}
