using System.Text.Json.Nodes;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering;
using NetCdsHooks.Gathering.Asking;
using NetCdsHooks.Tests.Patients;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Gathering;

/// <summary>Orders that only refer to their drug.</summary>
public sealed class ReferencedDrugsTests(ShippedService service) : IClassFixture<ShippedService>
{
    private static readonly FhirAccess Access = new(new("https://ehr.example.org/fhir/"), null, DateTimeOffset.MaxValue);

    /// <summary>Story; the reference; the id that is asked for, null for none.</summary>
    public static TheoryData<string, string?, string?> References => new()
    {
        { "relative", "Medication/lan-120", "lan-120" },
        { "absolute, at this server", "https://ehr.example.org/fhir/Medication/lan-120", "lan-120" },
        { "a version of it", "Medication/lan-120/_history/3", "lan-120" },
        { "absolute, at another server", "https://elsewhere.example.org/fhir/Medication/lan-120", null },
        { "inside the resource", "#lan-120", null },
        { "inside a Bundle", "urn:uuid:9d1a4d23-7c5b-4ff0-b6f1-1e0b0a3c1a11", null },
        { "of another type", "MedicationKnowledge/lan-120", null },
        { "an id that is none", "Medication/lan 120&_include=*", null },
        { "a list in place of an id", "Medication/a,b", null },
        { "no reference", null, null },
    };

    [Theory]
    [MemberData(nameof(References))]
    public void What_this_server_can_know_is_asked_for(string story, string? reference, string? id)
    {
        var queries = ReferencedDrugs.Queries(Record([Order("1", reference)]), Access);

        queries.Select(query => query.Template).Should().Equal(id is null ? [] : [$"Medication?_id={id}&_count=50"], story);
    }

    [Fact]
    public void A_drug_that_is_there_already_is_not_asked_for_and_none_twice()
    {
        var record = Record([Order("1", "Medication/a"), Order("2", "Medication/b"), Order("3", "Medication/b"), new Medication { Id = "a" }]);

        ReferencedDrugs.Queries(record, Access).Select(query => query.Template).Should().Equal("Medication?_id=b&_count=50");
    }

    [Fact]
    public void The_drug_of_an_order_that_is_being_placed_is_asked_for_too()
    {
        var record = new PatientRecord("pat-1", [], new CallContext(Hook.OrderSign) { Drafts = [new(Order("1", "Medication/a"))] });

        ReferencedDrugs.Queries(record, Access).Select(query => query.Template).Should().Equal("Medication?_id=a&_count=50");
    }

    [Fact]
    public void Many_are_asked_for_in_parts_and_not_without_end()
    {
        var queries = ReferencedDrugs.Queries(Record([.. Enumerable.Range(0, 1000).Select(number => Order($"{number}", $"Medication/m{number}"))]), Access);

        queries.Select(query => query.Key).Should().Equal("medications", "medications-2", "medications-3", "medications-4");
    }

    [Theory]
    [InlineData("its drug is known", false, false)]
    [InlineData("its drug cannot be had and has no name", true, true)]
    public async Task A_drug_that_is_only_referred_to_counts_as_if_it_stood_there(string story, bool fails, bool isNamed)
    {
        var bundle = Samples.Json("ida");
        var entries = bundle["entry"]!.AsArray();
        entries.Add(Entry("""
            { "resourceType": "MedicationRequest", "id": "ref-1", "status": "active", "intent": "order", "authoredOn": "2026-11-01",
              "subject": { "reference": "Patient/ida" }, "medicationReference": { "reference": "Medication/amlo" } }
            """));
        entries.Add(Entry("""
            { "resourceType": "Medication", "id": "amlo", "code": { "coding": [ { "system": "http://www.whocc.no/atc", "code": "C08CA01" } ], "text": "Amlodipine" } }
            """));
        await using var fhir = await RecordingFhirServer.StartAsync(bundle);
        if (fails)
            fhir.Fail("Medication", new FhirFault.Status(System.Net.HttpStatusCode.Forbidden));

        var answer = await service.Call(service.FullPrefetch("ida").WithFhir(fhir.BaseUrl).WithoutPrefetch());

        fhir.Requests.Should().ContainSingle(request => request.ResourceType == "Medication").Which.PathAndQuery.Should().Be("/Medication?_id=amlo&_count=50");
        answer.Http.Headers.GetValues("Server-Timing").Single().Should().Contain("medications;");
        answer.CardIds.Contains("net-data-incomplete").Should().Be(isNamed, story);
    }

    private static PatientRecord Record(Resource[] resources) => new("ida", [new NeedAnswer(DataNeed.MedicationRequests, [.. resources])]);

    private static MedicationRequest Order(string id, string? reference) => new() { Id = id, MedicationReference = new Reference { Target = reference } };

    private static JsonObject Entry(string resource) => new() { ["resource"] = JsonNode.Parse(resource) };
}
