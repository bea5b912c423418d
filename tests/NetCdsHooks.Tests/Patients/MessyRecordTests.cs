using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Patients;

/// <summary>
/// What hospitals really write: each record is that of an invented patient with one thing written otherwise. Kay's gives no card,
/// so whatever is misread shows.
/// </summary>
public sealed class MessyRecordTests(ShippedService service) : IClassFixture<ShippedService>
{
    private const string CtIn = """[{"id":"kay-imaging-mri-2025-11","gone":true},{"id":"kay-report-mri-2025-11","gone":true},{"id":"kay-imaging-ct-2026-06","started":"%"},{"id":"kay-report-ct-2026-06","effectiveDateTime":"%","issued":null}]""";

    /// <summary>Story; sample; what is written otherwise (members of resources, null for none; new resources; gone); the cards.</summary>
    public static TheoryData<string, string, string, string[]> Records => new()
    {
        {
            "a Ki-67 of 25 % that was corrected to 2.5 % the next day",
            "kay",
            """
            [{"id":"kay-pathology-ki67","identifier":[{"system":"urn:lab","value":"77"}],"valueQuantity":{"value":25,"unit":"%"},"meta":{"lastUpdated":"2025-11-13T10:00:00Z"}},
             {"resourceType":"Observation","id":"kay-ki67-again","identifier":[{"system":"urn:lab","value":"77"}],"status":"corrected","code":{"coding":[{"system":"http://loinc.org","code":"29593-1"}]},
              "subject":{"reference":"Patient/kay"},"effectiveDateTime":"2025-11-12","valueQuantity":{"value":2.5,"unit":"%"},"meta":{"lastUpdated":"2025-11-14T09:00:00Z"}}]
            """,
            []
        },
        { "a CT in March, no day: due from the first of March on", "kay", CtIn.Replace("%", "2026-03", StringComparison.Ordinal), ["surveillance-imaging-due info"] },
        { "a CT in November of last year, no day: not late before December", "kay", CtIn.Replace("%", "2025-11", StringComparison.Ordinal), ["surveillance-imaging-due info"] },
        { "a CT in October of last year, no day: late whichever day it was", "kay", CtIn.Replace("%", "2025-10", StringComparison.Ordinal), ["surveillance-imaging-due warning"] },
        {
            "the last CT is registered and not done yet",
            "kay",
            """[{"id":"kay-imaging-ct-2026-06","status":"registered"},{"id":"kay-report-ct-2026-06","gone":true}]""",
            ["surveillance-imaging-due warning"]
        },
        {
            "a refuted tumour of the pancreas beside the real one",
            "kay",
            """
            [{"resourceType":"Condition","id":"kay-refuted","verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"refuted"}]},
              "code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"C25.4"}]},"subject":{"reference":"Patient/kay"},"recordedDate":"2026-10-01"}]
            """,
            []
        },
        { "a Ki-67 with a comma", "kay", """[{"id":"kay-pathology-ki67","valueQuantity":null,"valueString":"2,5 %"}]""", [] },
        { "the micro sign", "kay", """[{"id":"kay-cga-2026-06","valueQuantity":{"value":44,"unit":"\u00b5g/L"}}]""", [] },
        { "the Greek letter mu", "kay", """[{"id":"kay-cga-2026-06","valueQuantity":{"value":44,"unit":"\u03bcg/L"}}]""", [] },
        { "a Ki-67 below 3 %", "kay", """[{"id":"kay-pathology-ki67","valueQuantity":{"value":3,"comparator":"<","unit":"%"}}]""", [] },
        { "a Ki-67 below 5 %", "kay", """[{"id":"kay-pathology-ki67","valueQuantity":{"value":5,"comparator":"<","unit":"%"}}]""", ["ki67-ambiguous info"] },
        {
            "results without a category",
            "kay",
            """[{"id":"kay-pathology-ki67","category":null},{"id":"kay-cga-2026-06","category":null},{"id":"kay-tnm-n","category":null},{"id":"kay-ecog","category":null}]""",
            []
        },
        {
            "a Ki-67 from 2 to 3 %",
            "kay",
            """[{"id":"kay-pathology-ki67","valueQuantity":null,"valueRange":{"low":{"value":2,"unit":"%"},"high":{"value":3,"unit":"%"}}}]""",
            ["ki67-ambiguous info"]
        },
        {
            "lanreotide on hold: nobody proposes to begin it",
            "dana",
            """[{"id":"dana-med-lanreotide-void","status":"on-hold","statusReason":{"text":"Gallstone attack"}}]""",
            ["carcinoid-heart-screening warning", "functional-cytoreduction info", "liver-limited-locoregional info", "primary-resection-with-liver-mets info"]
        },
        {
            "chromogranin A in units of another test kit",
            "kay",
            """[{"id":"kay-cga-2026-06","code":{"coding":[{"system":"http://loinc.org","code":"30169-7"}]},"valueQuantity":{"value":14,"unit":"U/L"},"referenceRange":null}]""",
            []
        },
        { "a normal 5-HIAA in micromoles a day, a year old", "kay", FiveHiaa(30), [] },
        { "a raised 5-HIAA in micromoles a day, a year old", "kay", FiveHiaa(80), ["surveillance-markers-due info"] },
        {
            "the missing CT is booked for next week",
            "sam",
            """[{"id":"sam-appointment-ct-cancelled","status":"booked","start":"2026-11-28T10:00:00Z","end":"2026-11-28T10:30:00Z"}]""",
            []
        },
        {
            "the CT of next week was cancelled",
            "sam",
            """[{"id":"sam-appointment-ct-cancelled","start":"2026-11-28T10:00:00Z","end":"2026-11-28T10:30:00Z"}]""",
            ["surveillance-imaging-due warning"]
        },
    };

    [Theory]
    [MemberData(nameof(Records))]
    public async Task A_messy_record_gets_the_cards_that_a_reader_would_expect(string story, string sample, string changes, string[] cards)
    {
        var answer = await service.Call(service.FullPrefetch(sample, Changed(sample, changes)));

        answer.Cards.Zip(answer.CardIds, (card, id) => $"{id} {card["indicator"]}").Should().BeEquivalentTo(cards, story);
    }

    [Fact]
    public async Task A_second_page_that_fails_leaves_the_rest_of_the_advice_and_is_named()
    {
        await using var fhir = await RecordingFhirServer.StartAsync(Samples.Json("chen"));
        fhir.PageSize = 2;
        fhir.Fail("ImagingStudy", new FhirFault.NextPageFails());

        var answer = await service.Call(service.FullPrefetch("chen").WithFhir(fhir.BaseUrl).WithoutPrefetch("imaging"));

        answer.CardIds.Should().Equal("surveillance-markers-due", "net-data-incomplete");
        ((string)answer.Card("net-data-incomplete")["detail"]!).Should().Contain("- **imaging studies**: the answer was not complete.");
    }

    private static string FiveHiaa(decimal value) =>
        $$"""
        [{"resourceType":"Observation","id":"kay-hiaa","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"14573-0"}]},
          "subject":{"reference":"Patient/kay"},"effectiveDateTime":"2025-11-18","valueQuantity":{"unit":"umol/d","value":{{value}} } }]
        """;

    private static JsonObject Changed(string sample, string changes)
    {
        var bundle = Samples.Json(sample);
        var entries = bundle["entry"]!.AsArray();
        foreach (var change in JsonNode.Parse(changes)!.AsArray().Select(one => one!.AsObject()))
        {
            var entry = entries.SingleOrDefault(one => (string?)one!["resource"]!["id"] == (string?)change["id"]);
            if (change["gone"] is not null)
                entries.Remove(entry).Should().BeTrue("{0} must be there to be removed", change["id"]);
            else if (change["resourceType"] is not null)
                entries.Add(new JsonObject { ["resource"] = change.DeepClone() });
            else
                foreach (var (member, value) in change)
                    Set(entry!["resource"]!.AsObject(), member, value);
        }

        return bundle;
    }

    private static void Set(JsonObject resource, string member, JsonNode? value)
    {
        if (value is null)
            resource.Remove(member).Should().BeTrue("{0} must be there to be removed", member);
        else
            resource[member] = value.DeepClone();
    }
}
