using System.Text.Encodings.Web;
using System.Text.Json;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Clinical.Picture;

namespace NetCdsHooks.Commands;

/// <summary>Prints an explanation for programs.</summary>
internal static class ExplanationJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Write(Explanation explanation, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
        {
            writer.WriteStartObject();
            writer.WriteString("patient", explanation.PatientId);
            writer.WriteString("asOf", explanation.AsOf.ToString("yyyy-MM-dd", null));
            WriteTexts(writer, "adaptedBySite", explanation.SiteChanges);
            writer.WriteStartArray("facts");
            foreach (var fact in explanation.Facts)
                WriteFact(writer, fact);
            writer.WriteEndArray();
            writer.WriteStartArray("readLeniently");
            foreach (var tolerance in explanation.Tolerances)
                writer.WriteStringValue(tolerance);
            writer.WriteEndArray();
            writer.WriteStartArray("unmapped");
            foreach (var code in explanation.Unmapped)
                WriteUnmapped(writer, code);
            writer.WriteEndArray();
            writer.WriteStartArray("cards");
            foreach (var decision in explanation.Cards)
                WriteCard(writer, decision);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void WriteFact(Utf8JsonWriter writer, ExplainedFact fact)
    {
        writer.WriteStartObject();
        writer.WriteString("name", fact.Name);
        writer.WriteString("title", fact.Title);
        writer.WriteBoolean("known", fact.IsKnown);
        writer.WriteString("text", fact.Text);
        WriteTexts(writer, "evidence", fact.Evidence);
        writer.WriteEndObject();
    }

    private static void WriteUnmapped(Utf8JsonWriter writer, UnmappedCode code)
    {
        writer.WriteStartObject();
        writer.WriteString("system", code.System);
        writer.WriteString("code", code.Code);
        writer.WriteString("looksLike", code.ConceptId);
        writer.WriteEndObject();
    }

    private static void WriteCard(Utf8JsonWriter writer, CardDecision decision)
    {
        writer.WriteStartObject();
        writer.WriteString("id", decision.Card.Id);
        writer.WriteString("title", decision.Card.Title);
        if (decision.Draft is { } draft)
            writer.WriteString("about", draft.Resource.Self);
        writer.WriteString("decision", Explanation.Word(decision.Answer));
        if (decision.Variant is { } variant)
            writer.WriteString("variant", variant.Name);
        WriteTexts(writer, "missing", decision.Missing);
        writer.WriteStartArray("criteria");
        foreach (var criterion in decision.Criteria)
            WriteCriterion(writer, criterion);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteCriterion(Utf8JsonWriter writer, CriterionAnswer criterion)
    {
        writer.WriteStartObject();
        writer.WriteString("part", ExplanationTables.RoleOf(criterion.Role));
        writer.WriteString("criterion", criterion.Criterion);
        writer.WriteString("answer", ExplanationTables.Word(criterion.Answer));
        writer.WriteString("found", criterion.Found);
        WriteTexts(writer, "evidence", ExplainedFact.EvidenceOf(criterion.Fact));
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
