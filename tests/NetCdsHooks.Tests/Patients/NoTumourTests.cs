using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Patients;

public sealed class NoTumourTests(ShippedService service) : IClassFixture<ShippedService>
{
    /// <summary>Story; the one diagnosis.</summary>
    public static TheoryData<string, string> Patients => new()
    {
        { "high blood pressure", """{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"I10"}]}""" },
        { "Merkel cell carcinoma", """{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"C4A.9"}]}""" },
        { "phaeochromocytoma in words", """{"text":"Phaeochromocytoma, neuroendocrine tumour of the adrenal"}""" },
        { "a relative's tumour", """{"text":"Family history of carcinoid"}""" },
    };

    [Theory]
    [MemberData(nameof(Patients))]
    [Trait("Requirement", "R-02")]
    public async Task A_patient_without_a_tumour_costs_two_queries_and_gets_no_card(string story, string code)
    {
        await using var fhir = await RecordingFhirServer.StartAsync(Chart(code));

        var answer = await service.Call(new HookCall().With("context.patientId", "pat").WithoutPrefetch().WithFhir(fhir.BaseUrl));

        answer.Text.Should().Be("""{"cards":[]}""", story);
        fhir.Requests.Select(request => request.ResourceType).Should().BeEquivalentTo("Patient", "Condition");
    }

    /// <summary>Story; a member of the patient; its value.</summary>
    public static TheoryData<string, string, string> Deaths => new()
    {
        { "said to have died", "deceasedBoolean", "true" },
        { "died on a day", "deceasedDateTime", "\"2026-11-02\"" },
        { "died in a year", "deceasedDateTime", "\"2025\"" },
    };

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task A_deceased_patient_costs_two_queries_and_gets_no_card(string story, string member, string value)
    {
        var bundle = Samples.Json("dana");
        bundle["entry"]!.AsArray().Select(entry => entry!["resource"]!).Single(one => (string?)one["resourceType"] == "Patient")[member] = JsonNode.Parse(value);
        await using var fhir = await RecordingFhirServer.StartAsync(bundle);

        var prefetched = await service.Call(service.FullPrefetch("dana", bundle));
        var fetched = await service.Call(service.FullPrefetch("dana", bundle).WithoutPrefetch().WithFhir(fhir.BaseUrl));

        prefetched.Text.Should().Be("""{"cards":[]}""", story);
        fetched.Text.Should().Be("""{"cards":[]}""", story);
        fhir.Requests.Select(request => request.ResourceType).Should().BeEquivalentTo("Patient", "Condition");
    }

    [Fact]
    public async Task Said_to_be_alive_is_not_dead()
    {
        var call = service.FullPrefetch("dana");
        call.Body["prefetch"]!["patient"]!["deceasedBoolean"] = false;

        (await service.Call(call)).CardIds.Should().Contain("first-line-ssa");
    }

    private static JsonObject Chart(string code) => new()
    {
        ["resourceType"] = "Bundle",
        ["type"] = "collection",
        ["entry"] = new JsonArray(
            new JsonObject { ["resource"] = new JsonObject { ["resourceType"] = "Patient", ["id"] = "pat" } },
            new JsonObject
            {
                ["resource"] = new JsonObject
                {
                    ["resourceType"] = "Condition",
                    ["id"] = "c",
                    ["subject"] = new JsonObject { ["reference"] = "Patient/pat" },
                    ["code"] = JsonNode.Parse(code),
                },
            }),
    };
}
