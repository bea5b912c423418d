using System.Net;
using NetCdsHooks.Sandbox.Samples;

namespace NetCdsHooks.Tests.Sandbox;

public sealed class FhirEndpointTests
{
    public static TheoryData<string, string, string> Missing => new()
    {
        { "unknown id", "/fhir/Patient/nobody", "There is no Patient/nobody among the samples." },
        { "unknown type", "/fhir/Spaceship?patient=ada", "No resource type 'Spaceship' here; accepted: AllergyIntolerance, Appointment, BodyStructure, CarePlan" },
        { "unknown type and id", "/fhir/Spaceship/1", "No resource type 'Spaceship' here" },
        { "type in lower case", "/fhir/patient/ada", "No resource type 'patient' here" },
        { "the root", "/fhir", "Nothing at /fhir" },
        { "a version", "/fhir/Patient/ada/_history/1", "Nothing at /fhir/Patient/ada/_history/1; accepted: /fhir/metadata" },
    };

    [Fact]
    public async Task A_resource_is_served_unchanged_on_the_day_it_was_written_for()
    {
        await using var host = await SandboxHost.WithInventedSamples();

        var text = await host.Client.GetStringAsync("/fhir/Observation/ki67");

        InventedSamples.Ada.Should().Contain(text);
        text.Should().Contain("2.50", "the precision of a number is data");
    }

    [Theory]
    [MemberData(nameof(Missing))]
    public async Task What_is_not_there_is_a_404_that_says_what_is(string story, string path, string message)
    {
        await using var host = await SandboxHost.WithInventedSamples();

        var (status, outcome) = await host.Get(path);

        status.Should().Be(HttpStatusCode.NotFound, story);
        outcome.GetProperty("resourceType").GetString().Should().Be("OperationOutcome");
        outcome.GetProperty("issue")[0].GetProperty("diagnostics").GetString().Should().StartWith(message);
    }

    [Theory]
    [InlineData("PUT", "/fhir/Patient/ada")]
    [InlineData("DELETE", "/fhir/Patient/ada")]
    [InlineData("PATCH", "/fhir/Patient/ada")]
    [InlineData("POST", "/fhir/Patient")]
    [InlineData("POST", "/fhir")]
    [InlineData("POST", "/fhir/metadata")]
    public async Task Nothing_can_be_written(string method, string path)
    {
        await using var host = await SandboxHost.WithInventedSamples();
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent("{}") };

        using var response = await host.Client.SendAsync(request);
        var (status, outcome) = await SandboxHost.Read(response);

        status.Should().Be(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.Should().Contain("GET");
        outcome.GetProperty("issue")[0].GetProperty("diagnostics").GetString().Should().StartWith($"{method} is not supported here");
    }

    [Fact]
    public async Task Every_search_parameter_that_metadata_names_is_accepted()
    {
        await using var host = await SandboxHost.WithInventedSamples();

        var (_, statement) = await host.Get("/fhir/metadata");

        statement.GetProperty("resourceType").GetString().Should().Be("CapabilityStatement");
        statement.GetProperty("fhirVersion").GetString().Should().Be("4.0.1");
        statement.GetProperty("implementation").GetProperty("url").GetString().Should().Be("http://localhost/fhir");
        foreach (var resource in statement.GetProperty("rest")[0].GetProperty("resource").EnumerateArray())
            foreach (var parameter in resource.GetProperty("searchParam").EnumerateArray())
            {
                var value = parameter.GetProperty("type").GetString() == "date" ? "2026" : "x";
                await host.Ids($"/fhir/{resource.GetProperty("type").GetString()}?{parameter.GetProperty("name").GetString()}={value}");
            }
    }

    [Fact]
    public async Task Pages_of_other_origins_may_read()
    {
        await using var host = await SandboxHost.WithInventedSamples();
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/fhir/Patient/ada");

        using var allowed = await host.Client.SendAsync(preflight);
        using var read = await host.Client.GetAsync("/fhir/Patient/ada");

        allowed.StatusCode.Should().Be(HttpStatusCode.NoContent);
        allowed.Headers.GetValues("Access-Control-Allow-Methods").Should().Equal("GET, POST, OPTIONS");
        read.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
    }

    [Fact]
    public async Task Every_embedded_resource_can_be_read_and_found_by_its_patient()
    {
        var samples = SampleReader.Read(new EmbeddedSampleSource().Read());
        await using var host = await SandboxHost.WithEmbeddedSamples();

        foreach (var resource in samples.Resources)
            (await host.Get($"/fhir/{resource.Type}/{resource.Id}")).Status.Should().Be(HttpStatusCode.OK);
        foreach (var sample in samples.Samples)
            (await host.Ids($"/fhir/Observation?patient={sample.Patient.Id}&_count=500")).Should()
                .Equal(samples.OfType("Observation").Where(IsAbout(sample)).Select(resource => resource.Id));
    }

    private static Func<SampleResource, bool> IsAbout(Sample sample) =>
        resource => resource.Json.GetProperty("subject").GetProperty("reference").GetString() == $"Patient/{sample.Patient.Id}";
}
