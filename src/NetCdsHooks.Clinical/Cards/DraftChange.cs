using System.Text.Json;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Cards;

/// <summary>A change of one order of the call, all text filled in.</summary>
/// <param name="Draft">The order, with the JSON that the client sent.</param>
/// <param name="Removes">It is taken back.</param>
/// <param name="Note">Added to its notes; null for none.</param>
/// <param name="MoveTo">The day it is moved to; null to leave it.</param>
/// <param name="DosageOf">The order of the catalogue whose dosage it gets; null to leave it.</param>
public sealed record DraftChange(DraftOrder Draft, bool Removes, string? Note, DateOnly? MoveTo, OrderTemplate? DosageOf)
{
    private const string Dosage = "dosageInstruction";

    /// <summary>The therapy on record that the order would have changed: it is put back as it stands there; null for an order of its own.</summary>
    public JsonElement? Recorded { get; init; }

    /// <summary>Such as <c>MedicationRequest/abc</c> (CDS Hooks S-10).</summary>
    public string Reference => Draft.Resource.Self;

    private bool IsAppointment => Draft.Resource.TypeName == "Appointment";

    /// <summary>Writes the whole order as it would then be; what is not changed is copied byte for byte (CDS Hooks S-09).</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        if (Recorded is { } recorded)
        {
            writer.WriteRawValue(recorded.GetRawText(), skipInputValidation: true);
            return;
        }

        writer.WriteStartObject();
        foreach (var member in Draft.Json.EnumerateObject())
            if (!IsReplaced(member.Name))
            {
                writer.WritePropertyName(member.Name);
                writer.WriteRawValue(member.Value.GetRawText(), skipInputValidation: true);
            }

        if (MoveTo is { } day)
            writer.WriteString(IsAppointment ? "start" : "occurrenceDateTime", day.ToString("yyyy-MM-dd", null) + (IsAppointment ? "T00:00:00Z" : ""));
        if (DosageOf?.Elements.FirstOrDefault(element => element.Key == Dosage).Value is { ValueKind: JsonValueKind.Array } dosage)
        {
            writer.WritePropertyName(Dosage);
            dosage.WriteTo(writer);
        }

        if (Note is { } note)
            WriteNote(writer, note);
        writer.WriteEndObject();
    }

    private bool IsReplaced(string member) =>
        (MoveTo is not null && (IsAppointment ? member is "start" : member.StartsWith("occurrence", StringComparison.Ordinal)))
        || (DosageOf is not null && member == Dosage)
        || (Note is not null && member == NoteMember);

    private string NoteMember => IsAppointment ? "comment" : "note";

    private void WriteNote(Utf8JsonWriter writer, string note)
    {
        if (IsAppointment)
        {
            var before = Draft.Json.TryGetProperty(NoteMember, out var comment) && comment.ValueKind == JsonValueKind.String ? $"{comment.GetString()} " : "";
            writer.WriteString(NoteMember, before + note);
            return;
        }

        writer.WriteStartArray(NoteMember);
        if (Draft.Json.TryGetProperty(NoteMember, out var notes))
            foreach (var old in notes.ValueKind == JsonValueKind.Array ? notes.EnumerateArray().ToArray() : [notes])
                writer.WriteRawValue(old.GetRawText(), skipInputValidation: true);
        writer.WriteStartObject();
        writer.WriteString("text", note);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}
