using System.Collections.Immutable;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Fhir;

public sealed record ImagingStudy : Resource
{
    public string? Status { get; init; }

    public ImmutableArray<Coding> Modality { get => field.IsDefault ? [] : field; init; }

    public Reference? Subject { get; init; }

    public string? Started { get; init; }

    public int? NumberOfInstances { get; init; }

    public ImmutableArray<CodeableConcept> ProcedureCode { get => field.IsDefault ? [] : field; init; }

    public string? Description { get; init; }

    public ImmutableArray<ImagingSeries> Series { get => field.IsDefault ? [] : field; init; }

    public override ImmutableArray<Reference> Subjects => Subject is null ? [] : [Subject];
}

public sealed record ImagingSeries : BackboneElement
{
    public Coding? Modality { get; init; }

    public Coding? BodySite { get; init; }

    public string? Description { get; init; }
}
