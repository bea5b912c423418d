using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace NetCdsHooks.Tests.Support;

[Collection(MedplumCollection.Name)]
public sealed class MedplumServerTests(MedplumServer server)
{
    [Fact]
    public async Task A_search_gives_pages_whose_next_links_lead_through_everything_once()
    {
        await server.LoadAsync(ObservationsOf("paged", count: 45));

        var (pages, ids) = await WalkAsync("Observation?patient=paged&_count=200");

        pages.Should().Be(3, "the server gives at most 20 a page, whatever is asked");
        ids.Should().OnlyHaveUniqueItems().And.HaveCount(45);
    }

    [Fact]
    public async Task A_search_gives_only_the_patient_code_and_status_that_were_asked_for()
    {
        await server.LoadAsync(ObservationsOf("mine", count: 2));
        await server.LoadAsync(ObservationsOf("theirs", count: 2));

        (await WalkAsync("Observation?patient=mine&code=http://loinc.org|29574-1&status=final")).Ids.Should().HaveCount(2);
        (await WalkAsync("Observation?patient=mine&code=http://loinc.org|other")).Ids.Should().BeEmpty();
        (await WalkAsync("Observation?patient=mine&status=amended")).Ids.Should().BeEmpty();
    }

    [Fact]
    public async Task Requests_are_remembered_with_their_query()
    {
        await server.Client.GetAsync("Condition?patient=remembered&clinical-status=active");

        (await server.RequestsAsync()).Should().Contain("GET /Condition?patient=remembered&clinical-status=active");
    }

    [Fact]
    public async Task A_correct_order_is_valid()
    {
        (await server.ValidateAsync(Order())).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(FaultyOrders))]
    public async Task A_faulty_order_is_refused_with_the_place_of_the_fault(string story, string element, string? value, string expected)
    {
        var order = Order();
        order.Remove(element);
        if (value is not null)
            order[element] = JsonNode.Parse(value);

        (await server.ValidateAsync(order)).Should().Contain(issue => issue.StartsWith(expected), story);
    }

    public static TheoryData<string, string, string?, string> FaultyOrders() => new()
    {
        { "a status that R4 does not know", "status", "\"activ\"", "ServiceRequest.status: \"activ\" is not in http://hl7.org/fhir/ValueSet/request-status" },
        { "a priority of another list", "priority", "\"high\"", "ServiceRequest.priority: \"high\" is not in" },
        { "no patient", "subject", null, "ServiceRequest.subject: required, and missing" },
        { "an element that does not exist", "remark", "\"soon\"", "ServiceRequest.remark: no such element" },
        { "a month that does not exist", "authoredOn", "\"2026-13-01\"", "ServiceRequest.authoredOn: Invalid dateTime format" },
        { "an empty list", "note", "[]", "ServiceRequest.note: expected a list that is not empty" },
        { "a contained resource with a fault", "contained", """[{ "resourceType": "Patient", "id": "p", "gender": "m" }]""", "ServiceRequest.contained[0].gender: \"m\" is none of male, female, other, unknown" },
    };

    private static JsonObject Order() => JsonNode.Parse("""
        {
          "resourceType": "ServiceRequest",
          "status": "draft",
          "intent": "proposal",
          "priority": "routine",
          "code": { "coding": [{ "system": "http://loinc.org", "code": "9811-1" }], "text": "Chromogranin A" },
          "subject": { "reference": "Patient/p" },
          "authoredOn": "2026-11-21"
        }
        """)!.AsObject();

    private static JsonObject ObservationsOf(string patient, int count) => new()
    {
        ["resourceType"] = "Bundle",
        ["type"] = "collection",
        ["entry"] = new JsonArray([.. Enumerable.Range(1, count).Select(number => new JsonObject
        {
            ["resource"] = new JsonObject
            {
                ["resourceType"] = "Observation",
                ["id"] = $"{patient}-{number}",
                ["status"] = "final",
                ["code"] = JsonNode.Parse("""{ "coding": [{ "system": "http://loinc.org", "code": "29574-1" }] }"""),
                ["subject"] = new JsonObject { ["reference"] = $"Patient/{patient}" },
            },
        })]),
    };

    private async Task<(int Pages, IReadOnlyList<string> Ids)> WalkAsync(string address)
    {
        var ids = new List<string>();
        var pages = 0;
        for (string? next = address; next is not null; pages++)
        {
            var page = await server.Client.GetFromJsonAsync<JsonObject>(next);
            ids.AddRange(page!["entry"]?.AsArray().Select(entry => (string)entry!["resource"]!["id"]!) ?? []);
            next = (string?)page["link"]!.AsArray().SingleOrDefault(link => (string?)link!["relation"] == "next")?["url"];
        }

        return (pages, ids);
    }
}
