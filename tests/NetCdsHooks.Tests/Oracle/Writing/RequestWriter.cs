using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Writing;

/// <summary>Writes orders, appointments and what is known of relatives.</summary>
internal static class RequestWriter
{
    internal static JsonObject Write(Relative relative) => new()
    {
        ["resourceType"] = "FamilyMemberHistory",
        ["status"] = relative.Status,
        ["relationship"] = Part.Concept("brother"),
        ["condition"] = relative.Disease is { } disease ? new JsonArray(new JsonObject { ["code"] = Part.Concept(disease) }) : null,
    };

    internal static JsonObject Write(Request request) => request.IsAppointment
        ? new()
        {
            ["resourceType"] = "Appointment",
            ["status"] = request.Status,
            ["serviceType"] = new JsonArray(Part.Concept(request.Kind.Code)),
            ["start"] = request.Date is { } day ? $"{day}T09:00:00Z" : null,
            ["participant"] = new JsonArray(new JsonObject { ["actor"] = Part.Reference($"Patient/{RecordWriter.PatientId}") }),
        }
        : new()
        {
            ["resourceType"] = "ServiceRequest",
            ["status"] = request.Status,
            ["intent"] = request.Intent,
            ["code"] = Part.Concept(request.Kind.Code),
            ["occurrenceDateTime"] = request.Date,
            ["bodySite"] = Part.Many(Part.Snomed(request.Kind.BodySite)),
        };
}
