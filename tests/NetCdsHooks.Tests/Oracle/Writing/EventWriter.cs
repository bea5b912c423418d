using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Writing;

/// <summary>Writes images, reports and procedures.</summary>
internal static class EventWriter
{
    private const string Dicom = "http://dicom.nema.org/resources/ontology/DCM";

    internal static JsonObject Write(Scan scan) => new()
    {
        ["resourceType"] = "ImagingStudy",
        ["status"] = scan.Status,
        ["modality"] = new JsonArray([.. scan.Kind.Modalities.Select(modality => Part.Coding(Dicom, modality))]),
        ["started"] = scan.Date,
        ["description"] = scan.Kind.Name,
        ["series"] = new JsonArray([.. scan.Kind.Modalities.Select(modality => Part.Clean(new()
        {
            ["modality"] = Part.Coding(Dicom, modality),
            ["bodySite"] = scan.Kind.BodySite is { } site ? Part.Coding("snomed", site) : null,
        }))]),
    };

    internal static JsonObject Write(Report report) => new()
    {
        ["resourceType"] = "DiagnosticReport",
        ["status"] = report.Status,
        ["code"] = Part.Concept(report.Kind.Code),
        ["effectiveDateTime"] = report.Date,
        ["conclusion"] = report.Conclusion,
    };

    internal static JsonObject Write(Act act) => new()
    {
        ["resourceType"] = "Procedure",
        ["status"] = act.Status,
        ["code"] = Part.Concept(act.Kind.Code),
        ["performedDateTime"] = act.Date,
    };
}
