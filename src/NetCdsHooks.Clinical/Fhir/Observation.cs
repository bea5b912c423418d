using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Fhir;

/// <summary>What an Observation and each of its components hold.</summary>
public interface IObservationValue
{
    CodeableConcept? Code { get; }

    Quantity? ValueQuantity { get; }

    CodeableConcept? ValueCodeableConcept { get; }

    string? ValueString { get; }

    int? ValueInteger { get; }

    bool? ValueBoolean { get; }

    Range? ValueRange { get; }

    CodeableConcept? DataAbsentReason { get; }

    ImmutableArray<CodeableConcept> Interpretation { get; }

    ImmutableArray<ReferenceRange> ReferenceRange { get; }
}

public sealed record Observation : Resource, IObservationValue
{
    public string? Status { get; init; }

    public ImmutableArray<Identifier> Identifier { get => field.IsDefault ? [] : field; init; }

    public CodeableConcept? Code { get; init; }

    public Reference? Subject { get; init; }

    public ImmutableArray<Reference> Focus { get => field.IsDefault ? [] : field; init; }

    public string? EffectiveDateTime { get; init; }

    public Period? EffectivePeriod { get; init; }

    public string? EffectiveInstant { get; init; }

    public string? Issued { get; init; }

    public Quantity? ValueQuantity { get; init; }

    public CodeableConcept? ValueCodeableConcept { get; init; }

    public string? ValueString { get; init; }

    public int? ValueInteger { get; init; }

    public bool? ValueBoolean { get; init; }

    public Range? ValueRange { get; init; }

    public CodeableConcept? DataAbsentReason { get; init; }

    public ImmutableArray<CodeableConcept> Interpretation { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<Annotation> Note { get => field.IsDefault ? [] : field; init; }

    public CodeableConcept? BodySite { get; init; }

    public CodeableConcept? Method { get; init; }

    public Reference? Specimen { get; init; }

    public ImmutableArray<Reference> DerivedFrom { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<ReferenceRange> ReferenceRange { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<ObservationComponent> Component { get => field.IsDefault ? [] : field; init; }

    public override ImmutableArray<Reference> Subjects => Subject is null ? [] : [Subject];

    /// <summary>Neither itself nor in parts; there may be a reason for that, on the result or as an extension of its value.</summary>
    [JsonIgnore]
    public bool HasNoValue =>
        Component.IsEmpty && ValueQuantity?.Value is null && ValueRange is null && ValueInteger is null && ValueBoolean is null
        && ValueCodeableConcept is null && string.IsNullOrWhiteSpace(ValueString);
}

public sealed record ObservationComponent : BackboneElement, IObservationValue
{
    public CodeableConcept? Code { get; init; }

    public Quantity? ValueQuantity { get; init; }

    public CodeableConcept? ValueCodeableConcept { get; init; }

    public string? ValueString { get; init; }

    public int? ValueInteger { get; init; }

    public bool? ValueBoolean { get; init; }

    public Range? ValueRange { get; init; }

    public CodeableConcept? DataAbsentReason { get; init; }

    public ImmutableArray<CodeableConcept> Interpretation { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<ReferenceRange> ReferenceRange { get => field.IsDefault ? [] : field; init; }
}

public sealed record ReferenceRange : BackboneElement
{
    public Quantity? Low { get; init; }

    public Quantity? High { get; init; }
}

/// <summary>Appears as a contained resource only.</summary>
public sealed record Specimen : Resource
{
    public SpecimenCollection? Collection { get; init; }
}

public sealed record SpecimenCollection : BackboneElement
{
    public string? CollectedDateTime { get; init; }

    public CodeableConcept? BodySite { get; init; }
}
