namespace NetCdsHooks.Clinical.Picture;

/// <summary>A code of a record that no concept lists, though the wording beside it means one; nothing else of the record is in it.</summary>
/// <param name="System">Null where the record names none; such a code cannot be mapped.</param>
/// <param name="Code">As it stands in the record.</param>
/// <param name="ConceptId">What the wording means, and so the concept that the code should be added to.</param>
public sealed record UnmappedCode(string? System, string Code, string ConceptId);
