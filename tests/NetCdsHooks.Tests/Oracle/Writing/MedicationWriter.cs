using System.Text.Json.Nodes;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Writing;

/// <summary>Writes drugs.</summary>
internal static class MedicationWriter
{
    internal static DataNeed NeedOf(DrugUse drug) => drug.Form switch
    {
        DrugForm.Ordered => DataNeed.MedicationRequests,
        DrugForm.Taken => DataNeed.MedicationStatements,
        DrugForm.Given => DataNeed.MedicationAdministrations,
        _ => throw new ArgumentOutOfRangeException(nameof(drug)),
    };

    internal static JsonObject Write(DrugUse drug)
    {
        var resource = new JsonObject { ["status"] = drug.Status, ["medicationCodeableConcept"] = Part.Concept(drug.Kind.Code) };
        switch (drug.Form)
        {
            case DrugForm.Ordered:
                resource["resourceType"] = "MedicationRequest";
                resource["intent"] = "order";
                resource["authoredOn"] = drug.From;
                resource["statusReason"] = drug.Reason is { } reason ? Part.Concept(reason) : null;
                resource["dispenseRequest"] = drug.Until is { } end ? new JsonObject { ["validityPeriod"] = Part.Period(null, end) } : null;
                break;
            case DrugForm.Taken:
                resource["resourceType"] = "MedicationStatement";
                resource["effectivePeriod"] = Part.Period(drug.From, drug.Until);
                resource["statusReason"] = Part.Many(drug.Reason is { } why ? Part.Concept(why) : null);
                break;
            default:
                resource["resourceType"] = "MedicationAdministration";
                resource["effectiveDateTime"] = drug.From;
                break;
        }

        return resource;
    }
}
