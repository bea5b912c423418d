using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>A Condition that names a NET and counts.</summary>
/// <param name="Condition">The diagnosis.</param>
/// <param name="Meaning">Its codes together with those of its histology extension.</param>
/// <param name="Evidence">Free text when no code said so.</param>
/// <param name="IsSecondary">It names a metastasis, not the tumour itself.</param>
internal sealed record NetDiagnosis(Condition Condition, CodeableConcept Meaning, Evidence Evidence, bool IsSecondary)
{
    private const string HistologyExtension =
        "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior";

    internal bool IsActive => !Condition.IsProvisional() && Condition.IsActive();

    internal bool HasHistology => !HistologyOf(Condition).IsEmpty;

    /// <summary>Null when the condition is no NET, or one that another pathway treats.</summary>
    internal static NetDiagnosis? Of(Condition condition, Chart chart)
    {
        if (!condition.Counts())
            return null;
        var meaning = MeaningOf(condition);
        var match = chart.Match("net", meaning);
        if (match == ConceptMatch.No || IsSmallCellLung(condition, meaning, chart))
            return null;
        var confidence = match == ConceptMatch.ByText ? Confidence.FreeText : Confidence.Coded;
        return new(condition, meaning, new(condition.Self, condition.ClinicalDate(chart), confidence), Metastases.Names(chart, meaning, match));
    }

    /// <summary>The codes and the wording of a condition, with the codes of its histology extension.</summary>
    internal static CodeableConcept MeaningOf(Condition condition) =>
        new()
        {
            Coding = [.. condition.Code?.Coding ?? [], .. HistologyOf(condition).SelectMany(histology => histology.Coding)],
            Text = condition.Code?.Text,
        };

    private static ImmutableArray<CodeableConcept> HistologyOf(Condition condition) =>
    [
        .. condition.Extension
            .Where(extension => extension.Url == HistologyExtension)
            .Select(extension => extension.ValueCodeableConcept)
            .OfType<CodeableConcept>(),
    ];

    private static bool IsSmallCellLung(Condition condition, CodeableConcept meaning, Chart chart) =>
        chart.Means("small-cell-carcinoma", meaning)
        && condition.BodySite.Prepend(meaning).Any(site => chart.Means("site-lung", site));
}
