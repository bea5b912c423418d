using System.Collections.Immutable;
using System.Text.Json;

namespace NetCdsHooks.Clinical.Cards;

/// <summary>An order of the catalogue: the part of the draft resource that is the same for every patient.</summary>
/// <param name="Key">The key that card files use, such as <c>sstr-pet</c>.</param>
/// <param name="Label">What a suggestion of it is called, such as <c>Order SSTR PET/CT</c>.</param>
/// <param name="ResourceType">ServiceRequest, MedicationRequest or Appointment.</param>
/// <param name="Elements">The elements of the resource, as checked JSON, in the order in which they are written.</param>
public sealed record OrderTemplate(string Key, string Label, string ResourceType, ImmutableArray<KeyValuePair<string, JsonElement>> Elements)
{
    /// <summary>Writes the whole draft resource for one patient and one card.</summary>
    public void WriteTo(Utf8JsonWriter writer, DraftContext context, string cardId)
    {
        writer.WriteStartObject();
        writer.WriteString("resourceType", ResourceType);
        if (ResourceType == "Appointment")
            WriteAppointmentFrame(writer, context, cardId);
        else
            WriteRequestFrame(writer, context, cardId);
        foreach (var (name, value) in Elements)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteRequestFrame(Utf8JsonWriter writer, DraftContext context, string cardId)
    {
        writer.WriteString("status", "draft");
        writer.WriteString("intent", context.Intent);
        WriteReference(writer, "subject", $"Patient/{context.PatientId}");
        if (context.Encounter is { } encounter)
            WriteReference(writer, "encounter", encounter);
        writer.WriteString("authoredOn", context.AuthoredOn.ToString("yyyy-MM-dd", null));
        if (context.Requester is { } requester)
            WriteReference(writer, "requester", requester);
        if (context.Reason is { } reason)
            WriteReferences(writer, "reasonReference", reason);
        writer.WriteStartArray("note");
        writer.WriteStartObject();
        writer.WriteString("text", SuggestedBy(cardId));
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteAppointmentFrame(Utf8JsonWriter writer, DraftContext context, string cardId)
    {
        writer.WriteString("status", "proposed");
        writer.WriteString("comment", SuggestedBy(cardId));
        if (context.Reason is { } reason)
            WriteReferences(writer, "reasonReference", reason);
        writer.WriteStartArray("participant");
        writer.WriteStartObject();
        WriteReference(writer, "actor", $"Patient/{context.PatientId}");
        writer.WriteString("status", "needs-action");
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static string SuggestedBy(string cardId) => $"Suggested by NET CDS: {cardId}";

    private static void WriteReference(Utf8JsonWriter writer, string name, string target)
    {
        writer.WriteStartObject(name);
        writer.WriteString("reference", target);
        writer.WriteEndObject();
    }

    private static void WriteReferences(Utf8JsonWriter writer, string name, string target)
    {
        writer.WriteStartArray(name);
        writer.WriteStartObject();
        writer.WriteString("reference", target);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}
