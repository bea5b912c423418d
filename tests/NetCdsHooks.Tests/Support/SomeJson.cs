using System.Text.Json.Nodes;

namespace NetCdsHooks.Tests.Support;

/// <summary>Invented FHIR resources as JSON, as they come over the wire.</summary>
internal static class SomeJson
{
    internal static JsonObject Patient(string id = HookCall.Patient) =>
        new() { ["resourceType"] = "Patient", ["id"] = id, ["gender"] = "female", ["birthDate"] = "1951-06-14" };

    internal static JsonObject Tumour(string patient = HookCall.Patient, string id = "net-1") =>
        Condition(id, patient, "http://hl7.org/fhir/sid/icd-10-cm", "C7A.012");

    internal static JsonObject Hypertension(string patient = HookCall.Patient) =>
        Condition("bp-1", patient, "http://hl7.org/fhir/sid/icd-10-cm", "I10");

    internal static JsonObject Ki67(string patient = HookCall.Patient, string id = "ki67-1") => new()
    {
        ["resourceType"] = "Observation",
        ["id"] = id,
        ["status"] = "final",
        ["subject"] = Reference(patient),
        ["code"] = Coded("http://loinc.org", "29593-1"),
        ["effectiveDateTime"] = "2026-05-05",
        ["valueQuantity"] = new JsonObject { ["value"] = 4, ["unit"] = "%", ["system"] = "http://unitsofmeasure.org", ["code"] = "%" },
    };

    internal static JsonObject Bundle(params IEnumerable<JsonNode> resources) => new()
    {
        ["resourceType"] = "Bundle",
        ["type"] = "searchset",
        ["entry"] = new JsonArray([.. resources.Select(resource => new JsonObject { ["resource"] = resource })]),
    };

    internal static JsonObject Outcome(string severity) => new()
    {
        ["resourceType"] = "OperationOutcome",
        ["issue"] = new JsonArray(new JsonObject { ["severity"] = severity, ["code"] = "processing" }),
    };

    internal static JsonObject WithNext(this JsonObject bundle, string url)
    {
        bundle["link"] = new JsonArray(new JsonObject { ["relation"] = "next", ["url"] = url });
        return bundle;
    }

    private static JsonObject Condition(string id, string patient, string system, string code) => new()
    {
        ["resourceType"] = "Condition",
        ["id"] = id,
        ["clinicalStatus"] = Coded("http://terminology.hl7.org/CodeSystem/condition-clinical", "active"),
        ["verificationStatus"] = Coded("http://terminology.hl7.org/CodeSystem/condition-ver-status", "confirmed"),
        ["subject"] = Reference(patient),
        ["code"] = Coded(system, code),
    };

    private static JsonObject Coded(string system, string code) =>
        new() { ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }) };

    private static JsonObject Reference(string patient) => new() { ["reference"] = $"Patient/{patient}" };
}
