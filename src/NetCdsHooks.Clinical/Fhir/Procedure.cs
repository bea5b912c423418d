using System.Collections.Immutable;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Fhir;

public sealed record Procedure : Resource
{
    public string? Status { get; init; }

    public CodeableConcept? Category { get; init; }

    public CodeableConcept? Code { get; init; }

    public Reference? Subject { get; init; }

    public string? PerformedDateTime { get; init; }

    public Period? PerformedPeriod { get; init; }

    public ImmutableArray<CodeableConcept> BodySite { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<CodeableConcept> ReasonCode { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<Reference> ReasonReference { get => field.IsDefault ? [] : field; init; }

    public CodeableConcept? Outcome { get; init; }

    public ImmutableArray<Annotation> Note { get => field.IsDefault ? [] : field; init; }

    public override ImmutableArray<Reference> Subjects => Subject is null ? [] : [Subject];
}
