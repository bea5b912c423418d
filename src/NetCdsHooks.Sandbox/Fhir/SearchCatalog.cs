namespace NetCdsHooks.Sandbox.Fhir;

/// <summary>
/// What can be searched, by resource type. Names are those of FHIR R4; <c>date</c> is added where R4 has another name for
/// the date of the act, so that one query shape serves every type.
/// </summary>
internal static class SearchCatalog
{
    private static readonly SearchParameter Id = new("_id", SearchKind.Id, "id");

    private static readonly SearchParameter OwnPatient = new("patient", SearchKind.Patient, "patient");

    private static readonly SearchParameter[] BySubject = [new("patient", SearchKind.Patient, "subject"), new("subject", SearchKind.Patient, "subject")];

    private static readonly SearchParameter[] CodeAndStatus = [Token("code"), Token("status")];

    private static readonly SearchParameter[] Medication =
        [.. BySubject, Token("code", "medicationCodeableConcept"), Token("status"), Token("category")];

    private static readonly SortedDictionary<string, SearchParameter[]> ByType = new(StringComparer.Ordinal)
    {
        ["AllergyIntolerance"] = [OwnPatient, Token("code"), Token("clinical-status", "clinicalStatus"), Date("date", "recordedDate")],
        ["Appointment"] =
        [
            new("patient", SearchKind.Patient, "participant.actor"), Token("status"), Token("service-category", "serviceCategory"),
            Token("service-type", "serviceType"), Date("date", "start"),
        ],
        ["CarePlan"] = [.. BySubject, Token("status"), Token("category"), Date("date", "period", "created")],
        ["Condition"] =
        [
            .. BySubject, Token("code"), Token("category"), Token("clinical-status", "clinicalStatus"),
            Token("verification-status", "verificationStatus"), Date("recorded-date", "recordedDate"),
            Date("onset-date", "onsetDateTime", "onsetPeriod"), Date("date", "recordedDate"),
        ],
        ["DiagnosticReport"] =
            [.. BySubject, .. CodeAndStatus, Token("category"), Date("date", "effectiveDateTime", "effectivePeriod"), Date("issued", "issued")],
        ["Encounter"] = [.. BySubject, Token("status"), Token("class"), Token("type"), Date("date", "period")],
        ["FamilyMemberHistory"] =
            [OwnPatient, Token("code", "condition.code"), Token("status"), Date("date", "date")],
        ["ImagingStudy"] =
        [
            .. BySubject, Token("status"), Token("modality", "modality", "series.modality"), Token("code", "procedureCode"),
            Date("started", "started"), Date("date", "started"),
        ],
        ["Immunization"] = [OwnPatient, Token("status"), Date("date", "occurrenceDateTime")],
        ["Medication"] = CodeAndStatus,
        ["MedicationAdministration"] =
        [
            .. Medication, Date("effective-time", "effectiveDateTime", "effectivePeriod"), Date("date", "effectiveDateTime", "effectivePeriod"),
        ],
        ["MedicationRequest"] = [.. Medication, Token("intent"), Date("authoredon", "authoredOn"), Date("date", "authoredOn")],
        ["MedicationStatement"] =
        [
            .. Medication, Date("effective", "effectiveDateTime", "effectivePeriod"), Date("date", "effectiveDateTime", "effectivePeriod"),
        ],
        ["Observation"] =
            [.. BySubject, .. CodeAndStatus, Token("category"), Date("date", "effectiveDateTime", "effectivePeriod", "effectiveInstant")],
        ["Patient"] = [],
        ["Procedure"] = [.. BySubject, .. CodeAndStatus, Token("category"), Date("date", "performedDateTime", "performedPeriod")],
        ["ServiceRequest"] =
        [
            .. BySubject, .. CodeAndStatus, Token("category"), Token("intent"), Date("authored", "authoredOn"),
            Date("occurrence", "occurrenceDateTime", "occurrencePeriod"), Date("date", "occurrenceDateTime", "occurrencePeriod", "authoredOn"),
        ],
        ["Specimen"] = [.. BySubject, Token("type"), Date("collected", "collection.collectedDateTime", "collection.collectedPeriod")],
    };

    public static IEnumerable<string> Types => ByType.Keys;

    /// <summary>A type that is not listed can be searched by its id alone.</summary>
    public static IReadOnlyList<SearchParameter> For(string type) => [Id, .. ByType.GetValueOrDefault(type, [])];

    private static SearchParameter Token(string name, params string[] paths) => new(name, SearchKind.Token, paths.Length == 0 ? [name] : paths);

    private static SearchParameter Date(string name, params string[] paths) => new(name, SearchKind.Date, paths);
}
