using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Fhir;

public sealed record Medication : Resource
{
    public CodeableConcept? Code { get; init; }

    public ImmutableArray<MedicationIngredient> Ingredient { get => field.IsDefault ? [] : field; init; }
}

public sealed record MedicationIngredient : BackboneElement
{
    public CodeableConcept? ItemCodeableConcept { get; init; }
}

/// <summary>The resources that say a patient is given, or is to be given, a drug.</summary>
public abstract record MedicationUse : Resource
{
    public string? Status { get; init; }

    public CodeableConcept? MedicationCodeableConcept { get; init; }

    public Reference? MedicationReference { get; init; }

    public Reference? Subject { get; init; }

    public ImmutableArray<CodeableConcept> ReasonCode { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<Reference> ReasonReference { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<Annotation> Note { get => field.IsDefault ? [] : field; init; }

    public override ImmutableArray<Reference> Subjects => Subject is null ? [] : [Subject];
}

public sealed record MedicationRequest : MedicationUse, IMayForbid
{
    public bool? DoNotPerform { get; init; }

    public string? Intent { get; init; }

    public CodeableConcept? StatusReason { get; init; }

    public string? AuthoredOn { get; init; }

    public ImmutableArray<Dosage> DosageInstruction { get => field.IsDefault ? [] : field; init; }

    public DispenseRequest? DispenseRequest { get; init; }

    /// <summary>As it was sent, with all that is not read here, so that it can be put back; undefined when it could not be kept.</summary>
    [JsonIgnore]
    public JsonElement Json { get; init; }
}

public sealed record DispenseRequest : BackboneElement
{
    public Period? ValidityPeriod { get; init; }
}

public sealed record MedicationStatement : MedicationUse
{
    public ImmutableArray<CodeableConcept> StatusReason { get => field.IsDefault ? [] : field; init; }

    public string? EffectiveDateTime { get; init; }

    public Period? EffectivePeriod { get; init; }

    public ImmutableArray<Dosage> Dosage { get => field.IsDefault ? [] : field; init; }
}

public sealed record MedicationAdministration : MedicationUse
{
    public string? EffectiveDateTime { get; init; }

    public Period? EffectivePeriod { get; init; }

    public Dosage? Dosage { get; init; }
}
