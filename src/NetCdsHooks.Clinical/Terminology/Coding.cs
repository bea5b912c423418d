namespace NetCdsHooks.Clinical.Terminology;

/// <summary>A code as a FHIR resource states it; any part may be missing.</summary>
public sealed record Coding(string? System = null, string? Code = null, string? Display = null);
