using System.Text.Json;
using System.Text.Json.Nodes;

namespace NetCdsHooks.Benchmarks;

/// <summary>A searchset as a FHIR server would send it, with much that no fact reads.</summary>
internal static class SampleBundle
{
    private const string Template = """
        {
          "fullUrl": "https://fhir.example.org/r4/Observation/chromogranin",
          "resource": {
            "resourceType": "Observation",
            "id": "chromogranin",
            "meta": {
              "versionId": "3",
              "lastUpdated": "2026-05-04T10:21:33.417+02:00",
              "profile": ["http://hl7.org/fhir/StructureDefinition/vitalsigns"]
            },
            "text": { "status": "generated", "div": "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Chromogranin A 312 ug/L</p></div>" },
            "identifier": [{ "system": "https://lab.example.org/results", "value": "2026-0054127" }],
            "status": "final",
            "category": [{ "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "laboratory", "display": "Laboratory" }] }],
            "code": {
              "coding": [
                { "system": "http://loinc.org", "code": "9811-1", "display": "Chromogranin A [Mass/volume] in Serum or Plasma" },
                { "system": "https://lab.example.org/tests", "code": "CGA", "display": "Chromogranin A" }
              ],
              "text": "Chromogranin A"
            },
            "subject": { "reference": "Patient/example", "display": "Example" },
            "encounter": { "reference": "Encounter/example" },
            "effectiveDateTime": "2026-05-03T08:15:00+02:00",
            "issued": "2026-05-04T10:21:00+02:00",
            "performer": [{ "reference": "Organization/lab", "display": "Laboratory" }],
            "valueQuantity": { "value": 312, "unit": "ug/L", "system": "http://unitsofmeasure.org", "code": "ug/L" },
            "interpretation": [{ "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", "code": "H" }] }],
            "referenceRange": [{ "high": { "value": 100, "unit": "ug/L", "system": "http://unitsofmeasure.org", "code": "ug/L" } }]
          },
          "search": { "mode": "match" }
        }
        """;

    public static byte[] OfObservations(int count) => JsonSerializer.SerializeToUtf8Bytes<JsonNode>(new JsonObject
    {
        ["resourceType"] = "Bundle",
        ["type"] = "searchset",
        ["total"] = count,
        ["entry"] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => JsonNode.Parse(Template))]),
    });
}
