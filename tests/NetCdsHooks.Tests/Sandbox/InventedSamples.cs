using NetCdsHooks.Sandbox.Samples;

namespace NetCdsHooks.Tests.Sandbox;

/// <summary>Two small patients: Ada with dates of every kind, and one whose texts try to be HTML.</summary>
internal sealed class InventedSamples : ISampleSource
{
    public const string Ada = """
        {
          "resourceType": "Bundle", "type": "collection",
          "entry": [
            { "resource": { "resourceType": "Patient", "id": "ada", "name": [{ "family": "Berg", "given": ["Ada"] }], "gender": "female", "birthDate": "1970-11-22" } },
            { "resource": { "resourceType": "Observation", "id": "ki67", "status": "final", "category": [{ "coding": [{ "code": "laboratory" }] }],
                "code": { "coding": [{ "system": "http://loinc.org", "code": "29593-1" }, { "code": "local-ki67" }] },
                "subject": { "reference": "Patient/ada" }, "effectiveDateTime": "2026-03", "valueQuantity": { "value": 2.50, "unit": "%" } } },
            { "resource": { "resourceType": "Observation", "id": "cga", "status": "amended", "category": [{ "coding": [{ "code": "laboratory" }] }],
                "code": { "coding": [{ "system": "http://loinc.org", "code": "9811-1" }] },
                "subject": { "reference": "Patient/ada" }, "effectiveDateTime": "2026-10-01T08:30:00+02:00", "valueString": "2025" } },
            { "resource": { "resourceType": "Observation", "id": "ecog", "status": "final", "category": [{ "coding": [{ "code": "survey" }] }],
                "code": { "coding": [{ "system": "http://loinc.org", "code": "89247-1" }] },
                "subject": { "reference": "Patient/ada" }, "effectivePeriod": { "start": "2025-01-01", "end": "2025-01-31" } } },
            { "resource": { "resourceType": "Observation", "id": "undated", "status": "final",
                "code": { "text": "old note" }, "subject": { "reference": "Patient/ada" } } },
            { "resource": { "resourceType": "Appointment", "id": "visit", "status": "booked", "start": "2026-11-24T09:00:00Z",
                "participant": [{ "actor": { "reference": "Practitioner/x" } }, { "actor": { "reference": "Patient/ada" } }] } },
            { "resource": { "resourceType": "Condition", "id": "net", "clinicalStatus": { "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active" }] },
                "code": { "text": "NET" }, "subject": { "reference": "Patient/ada" }, "recordedDate": "2025" } },
            { "resource": { "resourceType": "BodyStructure", "id": "spot", "patient": { "reference": "Patient/ada" } } }
          ]
        }
        """;

    public const string Mallory = """
        {
          "resourceType": "Bundle", "type": "collection",
          "entry": [
            { "resource": { "resourceType": "Patient", "id": "mallory", "name": [{ "family": "<script>alert(1)</script>", "given": ["Mal & Co"] }], "birthDate": "1980" } },
            { "resource": { "resourceType": "Observation", "id": "mallory-cga", "status": "final",
                "code": { "coding": [{ "system": "http://loinc.org", "code": "9811-1" }] },
                "subject": { "reference": "Patient/mallory" }, "effectiveDateTime": "2026-11-01" } }
          ]
        }
        """;

    public const string AdasOrder = """
        {
          "hook": "order-sign", "hookInstance": "1c2a1a5e-96a7-4e57-a32c-0a4c2b9b6f0d",
          "context": { "userId": "Practitioner/x", "patientId": "ada", "draftOrders": { "resourceType": "Bundle", "entry": [
            { "resource": { "resourceType": "ServiceRequest", "id": "ct", "status": "draft", "occurrenceDateTime": "2026-11-30", "note": [{ "text": "Ada's CT" }] } } ] } }
        }
        """;

    private readonly SampleFile[] _files =
    [
        new("ada/bundle.json", Ada),
        new("ada/story.md", "# Ada - a short record\n\nAda is invented. Little is known.\n\nA second paragraph."),
        new("ada/order-sign.json", AdasOrder),
        new("mallory/bundle.json", Mallory),
        new("mallory/story.md", "Writes <b>HTML</b>. And \"quotes\"."),
    ];

    public IReadOnlyList<SampleFile> Read() => _files;
}
