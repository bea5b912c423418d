namespace NetCdsHooks.Clinical.Terminology;

/// <summary>Whether a CodeableConcept means a concept.</summary>
public enum ConceptMatch
{
    No,

    /// <summary>No code said so, but the wording did.</summary>
    ByText,

    ByCode,
}
