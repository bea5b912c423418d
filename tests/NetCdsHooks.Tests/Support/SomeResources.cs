using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Tests.Support;

/// <summary>Short ways to write invented resources.</summary>
internal static class SomeResources
{
    internal const string Loinc = "http://loinc.org";
    internal const string Snomed = "http://snomed.info/sct";
    internal const string Atc = "http://www.whocc.no/atc";
    internal const string RxNorm = "http://www.nlm.nih.gov/research/umls/rxnorm";
    internal const string Icd = "http://hl7.org/fhir/sid/icd-10-cm";

    internal static CodeableConcept Code(string system, string code, string? text = null) => new() { Coding = [new(system, code)], Text = text };

    internal static CodeableConcept Words(string text) => new() { Text = text };

    internal static Quantity Amount(decimal value, string? unit, string? comparator = null) =>
        new() { Value = value, Unit = unit, Comparator = comparator };

    /// <summary>The largest dimension of a tumour.</summary>
    internal static Observation Size(string id, string? date, decimal value, string? unit = "mm", string? comparator = null) => new()
    {
        Id = id,
        Status = "final",
        Code = Code(Loinc, "33728-7"),
        EffectiveDateTime = date,
        ValueQuantity = Amount(value, unit, comparator),
    };

    internal static Observation Result(string id, string loinc, string date) => new()
    {
        Id = id,
        Status = "final",
        Code = Code(Loinc, loinc),
        EffectiveDateTime = date,
    };

    internal static MedicationRequest Order(string id, string status, CodeableConcept drug) => new()
    {
        Id = id,
        Status = status,
        Intent = "order",
        MedicationCodeableConcept = drug,
        AuthoredOn = "2026-01-10",
    };

    internal static MedicationStatement Statement(string id, string status, CodeableConcept drug) => new()
    {
        Id = id,
        Status = status,
        MedicationCodeableConcept = drug,
        EffectiveDateTime = "2026-02-10",
    };

    internal static MedicationAdministration Dose(string id, string? date, CodeableConcept drug, string status = "completed") => new()
    {
        Id = id,
        Status = status,
        MedicationCodeableConcept = drug,
        EffectiveDateTime = date,
    };
}
