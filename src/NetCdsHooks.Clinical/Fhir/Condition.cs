using System.Collections.Immutable;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Fhir;

public sealed record Condition : Resource
{
    public CodeableConcept? ClinicalStatus { get; init; }

    public CodeableConcept? VerificationStatus { get; init; }

    public CodeableConcept? Code { get; init; }

    public ImmutableArray<CodeableConcept> BodySite { get => field.IsDefault ? [] : field; init; }

    public Reference? Subject { get; init; }

    public string? OnsetDateTime { get; init; }

    public Period? OnsetPeriod { get; init; }

    public string? AbatementDateTime { get; init; }

    public string? RecordedDate { get; init; }

    public ImmutableArray<ConditionStage> Stage { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<ConditionEvidence> Evidence { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<Annotation> Note { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<Extension> Extension { get => field.IsDefault ? [] : field; init; }

    public override ImmutableArray<Reference> Subjects => Subject is null ? [] : [Subject];
}

public sealed record ConditionStage : BackboneElement
{
    public CodeableConcept? Summary { get; init; }

    public CodeableConcept? Type { get; init; }
}

public sealed record ConditionEvidence : BackboneElement
{
    public ImmutableArray<CodeableConcept> Code { get => field.IsDefault ? [] : field; init; }
}
