using System.Collections.Immutable;

namespace NetCdsHooks.Clinical.Record;

/// <summary>What a need is called, and what it asks for.</summary>
/// <param name="Need">The need described.</param>
/// <param name="Key">The prefetch key, such as <c>medication-requests</c>.</param>
/// <param name="Title">What a clinician calls it.</param>
/// <param name="ResourceType">The FHIR type that a query for it returns.</param>
/// <param name="Concepts">The concepts whose codes limit an Observation query; empty for a query of the whole type.</param>
/// <param name="Statuses">The statuses that limit the query; empty for all.</param>
public sealed record NeedInfo(
    DataNeed Need,
    string Key,
    string Title,
    string ResourceType,
    ImmutableArray<string> Concepts,
    ImmutableArray<string> Statuses)
{
    /// <summary>Every need, in the order of <see cref="DataNeed"/>.</summary>
    public static ImmutableArray<NeedInfo> All { get; } =
    [
        new(DataNeed.Patient, "patient", "patient", "Patient", [], []),
        new(DataNeed.Conditions, "conditions", "problem list", "Condition", [], []),
        new(DataNeed.Pathology, "pathology", "pathology and staging results", "Observation", PathologyConcepts, []),
        new(DataNeed.Markers, "markers", "tumour markers", "Observation", MarkerConcepts, []),
        new(DataNeed.Labs, "labs", "laboratory results", "Observation", LaboratoryConcepts, []),
        new(DataNeed.Status, "status", "performance status and disease status", "Observation", StatusConcepts, []),
        new(DataNeed.Reports, "reports", "diagnostic reports", "DiagnosticReport", [], []),
        new(DataNeed.Imaging, "imaging", "imaging studies", "ImagingStudy", [], []),
        new(DataNeed.Procedures, "procedures", "procedures", "Procedure", [], []),
        new(DataNeed.MedicationRequests, "medication-requests", "medication orders", "MedicationRequest", [], []),
        new(DataNeed.MedicationStatements, "medication-statements", "medication statements", "MedicationStatement", [], []),
        new(DataNeed.MedicationAdministrations, "medication-administrations", "medication doses given", "MedicationAdministration", [], []),
        new(DataNeed.ServiceRequests, "service-requests", "orders", "ServiceRequest", [], ["active", "on-hold", "completed"]),
        new(DataNeed.Appointments, "appointments", "appointments", "Appointment", [], ["booked", "pending", "arrived", "checked-in"]),
        new(DataNeed.CarePlans, "careplans", "care plans", "CarePlan", [], ["active", "completed"]),
        new(DataNeed.Family, "family", "family history", "FamilyMemberHistory", [], []),
        new(DataNeed.DraftOrders, "draft-orders", "the orders of this call", "", [], []),
    ];

    /// <summary>False for what comes with the call itself.</summary>
    public bool IsAsked => ResourceType.Length > 0;

    private static ImmutableArray<string> PathologyConcepts =>
    [
        "ki67", "ki67-presence", "mitoses-per-mm2", "mitoses-per-10-hpf", "mitoses-unspecified", "grade-reported",
        "ihc-synaptophysin", "ihc-chromogranin", "tumour-morphology", "tumour-size", "tumour-largest-dimension",
        "stage-group", "t-category", "n-category", "m-category", "metastasis-site", "pathology-report", "liver-lesion-count", "men1-gene-test",
    ];

    private static ImmutableArray<string> MarkerConcepts =>
    [
        "chromogranin-a", "five-hiaa-urine-excretion", "five-hiaa-urine-concentration", "five-hiaa-creatinine-ratio",
        "five-hiaa-urine-random", "five-hiaa-plasma", "neuron-specific-enolase",
    ];

    private static ImmutableArray<string> LaboratoryConcepts =>
    [
        "nt-pro-bnp", "insulin", "c-peptide", "gastrin", "glucagon", "vasoactive-intestinal-peptide", "corticotropin",
        "glucose", "haemoglobin-a1c", "calcium", "parathyroid-hormone", "prolactin", "igf-1", "tsh",
        "creatinine", "creatinine-clearance", "egfr", "haemoglobin", "platelets", "leucocytes", "bilirubin", "alt", "ast",
    ];

    private static ImmutableArray<string> StatusConcepts =>
    [
        "ecog", "karnofsky", "disease-status", "sstr-result", "functional-status", "residual-tumour", "pain-score", "pregnancy-status", "hcg",
    ];

    public static NeedInfo Of(DataNeed need) => All[(int)need];
}
