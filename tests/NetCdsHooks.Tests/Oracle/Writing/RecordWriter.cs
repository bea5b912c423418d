using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Writing;

/// <summary>Writes an invented patient as FHIR R4 JSON and has the project's own reader read it, search by search.</summary>
internal sealed class RecordWriter
{
    internal const string PatientId = "invented";

    private readonly Dictionary<DataNeed, List<JsonObject>> _found = [];
    private int _count;

    private RecordWriter()
    {
    }

    internal static PatientRecord Write(InventedPatient patient, InventedCall? call = null)
    {
        var writer = new RecordWriter();
        writer.Add(DataNeed.Patient, PatientOf(patient), PatientId);
        foreach (var diagnosis in patient.Diagnoses)
            writer.Add(DataNeed.Conditions, ConditionWriter.Write(diagnosis));
        foreach (var finding in patient.Findings)
            writer.Add(finding.Kind.Need, ObservationWriter.Write(finding));
        foreach (var scan in patient.Scans)
            writer.Add(DataNeed.Imaging, EventWriter.Write(scan));
        foreach (var report in patient.Reports)
            writer.Add(DataNeed.Reports, EventWriter.Write(report));
        foreach (var act in patient.Acts)
            writer.Add(DataNeed.Procedures, EventWriter.Write(act));
        foreach (var drug in patient.Drugs)
            writer.Add(MedicationWriter.NeedOf(drug), MedicationWriter.Write(drug));
        foreach (var relative in patient.Relatives)
            writer.Add(DataNeed.Family, RequestWriter.Write(relative));
        foreach (var request in patient.Requests)
            writer.Add(request.IsAppointment ? DataNeed.Appointments : DataNeed.ServiceRequests, RequestWriter.Write(request));
        return new(PatientId, NeedInfo.All.Select(info => writer.Answer(info.Need, patient)), call is null ? null : DraftWriter.Write(call));
    }

    private NeedAnswer Answer(DataNeed need, InventedPatient patient) =>
        patient.Failed.Contains(need) ? new(need, [], NeedGap.Failed)
        : new(need, Read(need), patient.CutShort.Contains(need) ? NeedGap.CutShort : null);

    private ImmutableArray<Resource> Read(DataNeed need) =>
        [.. _found.GetValueOrDefault(need, []).Select(json => JsonSerializer.Deserialize(json.ToJsonString(), FhirJson.Default.Resource)!)];

    private void Add(DataNeed need, JsonObject resource, string? id = null)
    {
        resource["id"] = id ?? $"r{++_count}";
        if (id is null)
        {
            if (resource["resourceType"]!.GetValue<string>() == "FamilyMemberHistory")
                resource["patient"] = Part.Reference($"Patient/{PatientId}");
            else if (resource["resourceType"]!.GetValue<string>() != "Appointment")
                resource["subject"] = Part.Reference($"Patient/{PatientId}");
        }

        if (!_found.TryGetValue(need, out var list))
            _found[need] = list = [];
        list.Add(Part.Clean(resource));
    }

    private static JsonObject PatientOf(InventedPatient patient) => new()
    {
        ["resourceType"] = "Patient",
        ["gender"] = patient.Sex,
        ["birthDate"] = patient.BirthDate,
        ["deceasedBoolean"] = patient.IsDead ? true : null,
    };
}
