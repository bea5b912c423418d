namespace NetCdsHooks.Sandbox.Fhir;

internal enum SearchKind
{
    Id,
    Patient,
    Token,
    Date,
}
