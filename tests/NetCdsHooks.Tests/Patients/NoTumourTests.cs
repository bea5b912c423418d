using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Patients;

public sealed class NoTumourTests(ShippedService service) : IClassFixture<ShippedService>
{
    /// <summary>Story; the one diagnosis; further members of the patient.</summary>
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

    [Fact]
    public async Task A_deceased_patient_gets_no_card()
    {
        var call = service.FullPrefetch("dana");
        call.Body["prefetch"]!["patient"]!["deceasedBoolean"] = true;

        (await service.Call(call)).Text.Should().Be("""{"cards":[]}""");
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
