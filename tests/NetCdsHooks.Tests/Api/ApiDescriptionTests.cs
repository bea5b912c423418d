using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NetCdsHooks.Api.OpenApi;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Api;

/// <summary>The OpenAPI document, and that what it shows is what happens.</summary>
[Collection(SharedService.Name)]
public sealed partial class ApiDescriptionTests(SharedService service)
{
    private readonly ServiceHost _host = service.Host;

    [Fact]
    [Trait("Requirement", "N-03")]
    public async Task Every_endpoint_is_described()
    {
        var document = await Document();

        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key} {path.Key}")).Should().BeEquivalentTo(
            "get /cds-services", "post /cds-services/{id}", "post /cds-services/{id}/feedback", "get /admin/unmapped", "get /health");
        document["servers"].Should().BeNull("it stands behind any address");
        document["tags"].Should().BeNull("names of classes tell nobody anything");
    }

    [Theory]
    [InlineData("/cds-services/{id}", "")]
    [InlineData("/cds-services/{id}/feedback", "/feedback")]
    public async Task Every_example_is_answered_as_it_says(string path, string rest)
    {
        var document = await Document();
        var operation = document["paths"]![path]!["post"]!;
        var examples = operation["requestBody"]!["content"]!["application/json"]!["examples"]!.AsObject();

        examples.Should().NotBeEmpty();
        foreach (var (name, example) in examples)
        {
            var answer = await _host.Post(example!["value"]!.ToJsonString(), path: ServiceHost.PatientView + rest);

            var sent = JsonShape.Faults(document, Schema(operation["requestBody"]), example["value"]).ToArray();
            sent.Any().Should().Be(answer.Status == 400, $"{name}: {string.Join(", ", sent)}");
            JsonShape.Faults(document, Schema(operation["responses"]![$"{answer.Status}"]), answer.Json).Should().BeEmpty(name);
            answer.Status.Should().Be((int)example[EndpointText.StatusExtension]!, $"{name}: {answer.Text}");
            operation["responses"]!.AsObject().Should().ContainKey($"{answer.Status}");
        }
    }

    public static TheoryData<string> Calls => Samples.EveryCall;

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Every_sample_call_and_its_answer_have_the_shape_that_is_told(string call)
    {
        var document = await Document();
        var operation = document["paths"]!["/cds-services/{id}"]!["post"]!;

        JsonShape.Faults(document, Schema(operation["requestBody"]), Samples.Call(call).Body).Should().BeEmpty();
        JsonShape.Faults(document, Schema(operation["responses"]!["200"]), Golden(call)).Should().BeEmpty();
    }

    [Fact]
    public async Task Discovery_and_health_have_the_shape_that_is_told()
    {
        var document = await Document();
        foreach (var path in new[] { "/cds-services", "/health", "/admin/unmapped" })
            JsonShape.Faults(document, Schema(document["paths"]![path]!["get"]!["responses"]!["200"]), (await _host.Get(path)).Json).Should().BeEmpty(path);
        document["paths"]!["/health"]!["get"]!["responses"]!.AsObject().Should().ContainKey("503");
    }

    [Fact]
    public async Task Every_schema_is_used_and_every_reference_leads_to_one()
    {
        var document = await Document();
        var used = Reference().Matches(document.ToJsonString()).Select(match => match.Groups[1].Value).Distinct();

        used.Should().BeEquivalentTo(document["components"]!["schemas"]!.AsObject().Select(schema => schema.Key));
    }

    [Fact]
    [Trait("Requirement", "J-01")]
    public async Task A_token_is_asked_for_wherever_clients_are_listed()
    {
        await using var trusted = new TrustedService();

        Security(await Document()).Should().AllBe("""[{},{"clientToken":[]}]""");
        Security((await trusted.Host.Get("/openapi/v1.json")).Json).Should().BeEquivalentTo(
            """[{},{"clientToken":[]}]""", """[{"clientToken":[]}]""", """[{"clientToken":[]}]""", """[{"clientToken":[]}]""");
    }

    /// <summary>Member of a card; the JSON put there; what is said of it.</summary>
    [Theory]
    [InlineData("summary", "null", "$.cards[0].summary: found null; accepted: string")]
    [InlineData("summary", "\"\"", "$.cards[0].summary: 0 characters")]
    [InlineData("indicator", "\"hard-stop\"", "$.cards[0].indicator: hard-stop")]
    [InlineData("source", "{}", "$.cards[0].source.label: missing")]
    [InlineData("uuid", "\"1\"", "$.cards[0].uuid: 1 does not match")]
    [InlineData("suggestions", "[]", "$.cards[0].suggestions: empty")]
    [InlineData("suggestions", """[{"label":"x","uuid":"8a0c2c0e-5d6b-4c53-9f0f-6d0f2b7c9a12","isRecommended":1}]""", "$.cards[0].suggestions[0].isRecommended: found integer; accepted: boolean")]
    public async Task What_does_not_fit_is_noticed(string member, string json, string told)
    {
        var document = await Document();
        var answer = JsonNode.Parse("""{"cards":[{"uuid":"8a0c2c0e-5d6b-4c53-9f0f-6d0f2b7c9a11","summary":"A","indicator":"info","source":{"label":"B"}}]}""")!;
        answer["cards"]![0]![member] = JsonNode.Parse(json);

        JsonShape.Faults(document, document["components"]!["schemas"]!["Answer"]!, answer).Should().Equal(told);
    }

    private static IEnumerable<string?> Security(JsonObject document)
    {
        document["components"]!["securitySchemes"]!["clientToken"]!["scheme"]!.ToString().Should().Be("bearer");
        return document["paths"]!.AsObject().Where(path => path.Key != "/health").SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value!["security"]?.ToJsonString());
    }

    /// <summary>Golden answers are without uuids, which are new each time.</summary>
    private static JsonNode Golden(string call)
    {
        var answer = JsonNode.Parse(File.ReadAllText(Repository.PathOf("fhir-samples", $"{call}.expected.json")))!;
        foreach (var card in answer["cards"]!.AsArray().Select(card => card!.AsObject()))
            foreach (var item in card["suggestions"]?.AsArray().Select(suggestion => suggestion!.AsObject()).Prepend(card) ?? [card])
                item["uuid"] ??= Guid.NewGuid().ToString();
        return answer;
    }

    private static JsonNode Schema(JsonNode? body) => body!["content"]!["application/json"]!["schema"]!;

    [GeneratedRegex("#/components/schemas/([A-Za-z]+)")]
    private static partial Regex Reference();

    private async Task<JsonObject> Document() => (await _host.Get("/openapi/v1.json")).Json;
}
