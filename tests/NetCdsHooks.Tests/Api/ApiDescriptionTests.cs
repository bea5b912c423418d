using System.Text.Json.Nodes;
using NetCdsHooks.Api.OpenApi;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Api;

/// <summary>The OpenAPI document, and that what it shows is what happens.</summary>
[Collection(SharedService.Name)]
public sealed class ApiDescriptionTests(SharedService service)
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
    }

    [Theory]
    [InlineData("/cds-services/{id}", "")]
    [InlineData("/cds-services/{id}/feedback", "/feedback")]
    public async Task Every_example_is_answered_as_it_says(string path, string rest)
    {
        var operation = (await Document())["paths"]![path]!["post"]!;
        var examples = operation["requestBody"]!["content"]!["application/json"]!["examples"]!.AsObject();

        examples.Should().NotBeEmpty();
        foreach (var (name, example) in examples)
        {
            var answer = await _host.Post(example!["value"]!.ToJsonString(), path: ServiceHost.PatientView + rest);

            answer.Status.Should().Be((int)example[EndpointText.StatusExtension]!, $"{name}: {answer.Text}");
            operation["responses"]!.AsObject().Should().ContainKey($"{answer.Status}");
        }
    }

    private async Task<JsonObject> Document() => (await _host.Get("/openapi/v1.json")).Json;
}
