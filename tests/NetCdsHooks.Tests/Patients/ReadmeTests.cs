using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using NetCdsHooks.Hooks;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Patients;

/// <summary>What the README shows is what the service says.</summary>
public sealed class ReadmeTests(ShippedService service) : IClassFixture<ShippedService>
{
    private const string Begin = "<!-- answer:begin -->\n";
    private const string End = "<!-- answer:end -->";

    [Fact]
    public async Task The_answer_about_Ida_is_the_real_one()
    {
        var readme = await File.ReadAllTextAsync(Repository.PathOf("README.md"));
        var start = readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var shown = readme[start..readme.IndexOf(End, StringComparison.Ordinal)];
        var expected = $"```json\n{Shortened(await service.Call(service.FullPrefetch("ida")))}\n```\n";
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            await File.WriteAllTextAsync(Repository.PathOf("README.md"), readme.Replace(shown, expected, StringComparison.Ordinal));

        shown.Should().Be(expected);
    }

    [Fact]
    [Trait("Requirement", "N-03")]
    public async Task It_tells_of_every_service()
    {
        var readme = await File.ReadAllTextAsync(Repository.PathOf("README.md"));

        CdsService.All.Select(each => $"`{each.Id}`").Should().AllSatisfy(id => readme.Should().Contain(id));
    }

    [Fact]
    public async Task The_call_that_it_shows_is_answered()
    {
        var readme = await File.ReadAllTextAsync(Repository.PathOf("README.md"));
        var start = readme.IndexOf("-d '", StringComparison.Ordinal) + 4;
        var body = JsonNode.Parse(readme[start..readme.IndexOf("'\n", start, StringComparison.Ordinal)])!;
        await using var fhir = await RecordingFhirServer.StartAsync(Samples.Json("ida"));
        body["fhirServer"] = fhir.BaseUrl.AbsoluteUri;

        var answer = await service.Post(body.ToJsonString());

        answer.CardIds.Should().Equal("pnet-watch-and-wait-eligible", "surveillance-imaging-due");
    }

    private static string Shortened(Answer answer) => new JsonObject
    {
        ["cards"] = new JsonArray([.. answer.Cards.Select(card => new JsonObject
        {
            ["summary"] = card["summary"]!.DeepClone(),
            ["indicator"] = card["indicator"]!.DeepClone(),
            ["source"] = new JsonObject { ["label"] = card["source"]!["label"]!.DeepClone() },
            ["suggestions"] = new JsonArray([.. card["suggestions"]!.AsArray().Select(suggestion => new JsonObject { ["label"] = suggestion!["label"]!.DeepClone() })]),
        })]),
    }.ToJsonString(new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).ReplaceLineEndings("\n");
}
