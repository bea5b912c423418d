namespace NetCdsHooks.Clinical.Terminology;

/// <summary>What one CodeableConcept means, of all concepts of a library.</summary>
internal readonly record struct ConceptMatches(CodeMeaning ByCode, CodeMeaning ByText)
{
    internal ConceptMatch Of(Concept concept) =>
        ByCode.Excludes.Contains(concept) ? ConceptMatch.No
        : ByCode.Means.Contains(concept) ? ConceptMatch.ByCode
        : ByText.Means.Contains(concept) && !ByText.Excludes.Contains(concept) ? ConceptMatch.ByText
        : ConceptMatch.No;
}
