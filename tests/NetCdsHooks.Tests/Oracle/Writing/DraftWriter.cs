using System.Text.Json;
using System.Text.Json.Nodes;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Writing;

/// <summary>Writes what is being ordered or booked.</summary>
internal static class DraftWriter
{
    internal static CallContext Write(InventedCall call) => new(call.Hook) { Drafts = [.. call.Drafts.Select(draft => new DraftOrder(Read(draft), draft.IsJudged))] };

    private static Resource Read(Draft draft)
    {
        var resource = draft.Drug is { } drug ? OfDrug(draft, drug)
            : draft.IsAppointment ? RequestWriter.Write(RequestOf(draft))
            : OfService(draft);
        resource["id"] = draft.Id;
        if (!draft.IsAppointment)
            resource["subject"] = Part.Reference($"Patient/{RecordWriter.PatientId}");
        return JsonSerializer.Deserialize(Part.Clean(resource).ToJsonString(), FhirJson.Default.Resource)!;
    }

    private static Request RequestOf(Draft draft) => new(draft.Service!) { IsAppointment = draft.IsAppointment, Status = draft.Status, Date = draft.Date };

    private static JsonObject OfService(Draft draft)
    {
        var resource = RequestWriter.Write(RequestOf(draft));
        resource["reasonCode"] = ReasonOf(draft);
        return resource;
    }

    private static JsonObject OfDrug(Draft draft, DrugKind drug) => new()
    {
        ["resourceType"] = "MedicationRequest",
        ["status"] = draft.Status,
        ["intent"] = "order",
        ["statusReason"] = draft.StopReason is { } stop ? Part.Concept(stop) : null,
        ["medicationCodeableConcept"] = Part.Concept(drug.Code),
        ["reasonCode"] = ReasonOf(draft),
        ["note"] = draft.Note is { } note ? new JsonArray(new JsonObject { ["text"] = note }) : null,
        ["dosageInstruction"] = new JsonArray(Part.Clean(new()
        {
            ["timing"] = TimingOf(draft),
            ["doseAndRate"] = draft.Milligrams is { } dose ? new JsonArray(new JsonObject { ["doseQuantity"] = Part.Quantity(dose, "mg") }) : null,
        })),
    };

    private static JsonArray? ReasonOf(Draft draft) => draft.Reason is { } reason ? new JsonArray(Part.Concept(reason)) : null;

    private static JsonObject? TimingOf(Draft draft)
    {
        var timing = Part.Clean(new()
        {
            ["event"] = draft.Date is { } day ? new JsonArray(day) : null,
            ["repeat"] = draft.Every is { } every ? new JsonObject { ["frequency"] = 1, ["period"] = every.Number, ["periodUnit"] = every.Unit }
                : draft.TimesADay is { } times ? new JsonObject { ["frequency"] = times, ["period"] = 1, ["periodUnit"] = "d" }
                : null,
        });
        return timing.Count == 0 ? null : timing;
    }
}
