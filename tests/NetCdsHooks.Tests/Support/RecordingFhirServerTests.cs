using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace NetCdsHooks.Tests.Support;

public sealed class RecordingFhirServerTests
{
    private static readonly Uri Elsewhere = new("http://elsewhere.example");

    private static readonly JsonNode Bundle = JsonNode.Parse("""
        {
          "resourceType": "Bundle",
          "type": "collection",
          "entry": [
            { "resource": { "resourceType": "Patient", "id": "p" } },
            { "resource": { "resourceType": "Observation", "id": "old", "status": "final", "subject": { "reference": "Patient/p" },
                            "code": { "coding": [{ "system": "http://loinc.org", "code": "1" }] }, "effectiveDateTime": "2024-01" } },
            { "resource": { "resourceType": "Observation", "id": "new", "status": "amended", "subject": { "reference": "Patient/p" },
                            "code": { "coding": [{ "system": "http://loinc.org", "code": "2" }] }, "effectiveDateTime": "2026-01" } },
            { "resource": { "resourceType": "Observation", "id": "foreign", "status": "final", "subject": { "reference": "Patient/q" } } },
            { "resource": { "resourceType": "Appointment", "id": "visit", "status": "booked", "participant": [{ "actor": { "reference": "Patient/p" } }] } }
          ]
        }
        """)!;

    [Theory]
    [InlineData("every observation of the patient, newest first", "Observation?patient=p&_sort=-date", "new,old")]
    [InlineData("the patient may carry its type", "Observation?patient=Patient/p&_sort=date", "old,new")]
    [InlineData("one code of several", "Observation?patient=p&code=http://loinc.org|1,http://loinc.org|9", "old")]
    [InlineData("an escaped query", "Observation?patient=p&code=http%3A%2F%2Floinc.org%7C2", "new")]
    [InlineData("the right code of another system", "Observation?patient=p&code=urn:other|1", "")]
    [InlineData("one status", "Observation?patient=p&status=final", "old")]
    [InlineData("a date bound", "Observation?patient=p&date=ge2025", "new")]
    [InlineData("a patient among the participants", "Appointment?patient=p", "visit")]
    public async Task A_search_answers_what_was_asked(string story, string address, string ids)
    {
        await using var server = await RecordingFhirServer.StartAsync(Bundle);
        using var client = ClientOf(server);

        var answer = await client.GetFromJsonAsync<JsonObject>(address);

        string.Join(',', IdsOf(answer!)).Should().Be(ids, story);
        ((int)answer!["total"]!).Should().Be(IdsOf(answer).Count());
    }

    [Fact]
    public async Task A_parameter_that_is_not_known_is_refused()
    {
        await using var server = await RecordingFhirServer.StartAsync(Bundle);
        using var client = ClientOf(server);

        var answer = await client.GetAsync("Observation?pateint=p");

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("does not know the search parameter \\u0027pateint\\u0027");
    }

    [Fact]
    public async Task Pages_lead_through_all_resources_and_every_request_is_recorded()
    {
        await using var server = await RecordingFhirServer.StartAsync(Bundle);
        server.PageSize = 1;
        using var client = ClientOf(server);
        client.DefaultRequestHeaders.Authorization = new("Bearer", "secret");

        var first = await client.GetFromJsonAsync<JsonObject>("Observation?patient=p");
        var second = await client.GetFromJsonAsync<JsonObject>(NextOf(first!)!);

        IdsOf(first!).Concat(IdsOf(second!)).Should().Equal("old", "new");
        NextOf(second!).Should().BeNull();
        server.Requests.Select(request => (request.ToString(), request.Authorization)).Should().Equal(
            ("GET /Observation?patient=p", "Bearer secret"),
            ("GET /Observation?patient=p&_offset=1", "Bearer secret"));
    }

    [Fact]
    public async Task A_fault_touches_only_the_type_it_was_set_for_and_can_be_taken_back()
    {
        await using var server = await RecordingFhirServer.StartAsync(Bundle);
        using var client = ClientOf(server);
        server.Fail("Observation", new FhirFault.Status(HttpStatusCode.Unauthorized));

        (await client.GetAsync("Observation?patient=p")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await client.GetAsync("Patient/p")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await client.GetAsync("Patient/nobody")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        server.Recover();
        (await client.GetAsync("Observation?patient=p")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Bodies_that_are_no_data_come_as_success()
    {
        await using var server = await RecordingFhirServer.StartAsync(Bundle);
        using var client = ClientOf(server);
        server.Fail(request => request.Id == "p", new FhirFault.OutcomeAsSuccess());
        server.Fail("Patient", new FhirFault.Html());
        server.Fail("Observation", new FhirFault.BrokenJson());

        (await client.GetStringAsync("Patient/p")).Should().Contain("OperationOutcome");
        (await client.GetStringAsync("Patient/q")).Should().StartWith("<!doctype html>");
        var read = () => client.GetFromJsonAsync<JsonObject>("Observation?patient=p");
        await read.Should().ThrowAsync<System.Text.Json.JsonException>();
    }

    [Fact]
    public async Task A_hanging_server_answers_nothing_until_the_caller_gives_up()
    {
        await using var server = await RecordingFhirServer.StartAsync(Bundle);
        using var client = ClientOf(server);
        server.Fail("Patient", new FhirFault.Hang());
        using var patience = new CancellationTokenSource();

        var reading = client.GetAsync("Patient/p", patience.Token);
        while (server.Requests.Count == 0)
            await Task.Delay(millisecondsDelay: 5);
        reading.IsCompleted.Should().BeFalse();
        await patience.CancelAsync();

        var read = () => reading;
        await read.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Next_pages_fail_go_elsewhere_or_never_end()
    {
        await using var server = await RecordingFhirServer.StartAsync(Bundle);
        using var client = ClientOf(server);
        server.Fail("Observation", new FhirFault.NextPageFails());
        server.Fail("Appointment", new FhirFault.NextPageAt(Elsewhere));
        server.Fail("Condition", new FhirFault.EndlessPages());

        var failing = NextOf((await client.GetFromJsonAsync<JsonObject>("Observation?patient=p"))!);
        (await client.GetAsync(failing)).StatusCode.Should().Be(HttpStatusCode.InternalServerError);

        NextOf((await client.GetFromJsonAsync<JsonObject>("Appointment?patient=p"))!).Should().StartWith(Elsewhere.AbsoluteUri);

        var next = "Condition?patient=p";
        for (var page = 0; page < 5; page++)
            next = NextOf((await client.GetFromJsonAsync<JsonObject>(next))!);
        next.Should().NotBeNull();
    }

    [Fact]
    public async Task A_redirect_names_another_host()
    {
        await using var server = await RecordingFhirServer.StartAsync(Bundle);
        using var client = ClientOf(server);
        server.Fail("Patient", new FhirFault.RedirectTo(Elsewhere));

        var answer = await client.GetAsync("Patient/p");

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        answer.Headers.Location.Should().Be(new Uri(Elsewhere, "/Patient/p"));
    }

    [Fact]
    public async Task Answers_can_be_made_up_by_a_function()
    {
        await using var server = await RecordingFhirServer.StartAsync(request =>
            request.PathAndQuery == "/Patient/made-up" ? new JsonObject { ["resourceType"] = "Patient" } : null);
        using var client = ClientOf(server);

        (await client.GetStringAsync("Patient/made-up")).Should().Be("""{"resourceType":"Patient"}""");
        (await client.GetAsync("Patient/other")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private static HttpClient ClientOf(RecordingFhirServer server) =>
        new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.BaseUrl };

    private static IEnumerable<string> IdsOf(JsonObject bundle) =>
        bundle["entry"]!.AsArray().Select(entry => (string)entry!["resource"]!["id"]!);

    private static string? NextOf(JsonObject bundle) =>
        (string?)bundle["link"]!.AsArray().SingleOrDefault(link => (string?)link!["relation"] == "next")?["url"];
}
