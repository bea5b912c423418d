using System.Collections.Immutable;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Fhir;

public sealed record DiagnosticReport : Resource
{
    public string? Status { get; init; }

    public ImmutableArray<CodeableConcept> Category { get => field.IsDefault ? [] : field; init; }

    public CodeableConcept? Code { get; init; }

    public Reference? Subject { get; init; }

    public string? EffectiveDateTime { get; init; }

    public Period? EffectivePeriod { get; init; }

    public string? Issued { get; init; }

    public ImmutableArray<Reference> ImagingStudy { get => field.IsDefault ? [] : field; init; }

    public string? Conclusion { get; init; }

    public ImmutableArray<CodeableConcept> ConclusionCode { get => field.IsDefault ? [] : field; init; }

    public override ImmutableArray<Reference> Subjects => Subject is null ? [] : [Subject];
}
