using System.Collections.Immutable;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Fhir;

/// <summary>What is known of the health of one relative.</summary>
public sealed record FamilyMemberHistory : Resource
{
    public string? Status { get; init; }

    public Reference? Patient { get; init; }

    public string? Date { get; init; }

    public ImmutableArray<CodeableConcept> ReasonCode { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<Annotation> Note { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<FamilyCondition> Condition { get => field.IsDefault ? [] : field; init; }

    public override ImmutableArray<Reference> Subjects => Patient is null ? [] : [Patient];
}

/// <summary>A disease that the relative has, had, or was found not to have.</summary>
public sealed record FamilyCondition : BackboneElement
{
    public CodeableConcept? Code { get; init; }

    public CodeableConcept? Outcome { get; init; }

    public ImmutableArray<Annotation> Note { get => field.IsDefault ? [] : field; init; }
}
