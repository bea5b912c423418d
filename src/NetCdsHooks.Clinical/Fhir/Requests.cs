using System.Collections.Immutable;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Fhir;

public sealed record ServiceRequest : Resource, IMayForbid
{
    public bool? DoNotPerform { get; init; }

    public string? Status { get; init; }

    public string? Intent { get; init; }

    public ImmutableArray<CodeableConcept> Category { get => field.IsDefault ? [] : field; init; }

    public CodeableConcept? Code { get; init; }

    public ImmutableArray<CodeableConcept> OrderDetail { get => field.IsDefault ? [] : field; init; }

    public Reference? Subject { get; init; }

    public string? OccurrenceDateTime { get; init; }

    public Period? OccurrencePeriod { get; init; }

    public string? AuthoredOn { get; init; }

    public ImmutableArray<CodeableConcept> BodySite { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<CodeableConcept> ReasonCode { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<Reference> ReasonReference { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<Annotation> Note { get => field.IsDefault ? [] : field; init; }

    public override ImmutableArray<Reference> Subjects => Subject is null ? [] : [Subject];
}

public sealed record Appointment : Resource
{
    public string? Status { get; init; }

    public ImmutableArray<CodeableConcept> ServiceCategory { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<CodeableConcept> ServiceType { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<CodeableConcept> ReasonCode { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<Reference> BasedOn { get => field.IsDefault ? [] : field; init; }

    public string? Description { get; init; }

    public string? Comment { get; init; }

    /// <summary>When it is asked for, while it has no time of its own yet.</summary>
    public ImmutableArray<Period> RequestedPeriod { get => field.IsDefault ? [] : field; init; }

    public string? Start { get; init; }

    public ImmutableArray<AppointmentParticipant> Participant { get => field.IsDefault ? [] : field; init; }

    public override ImmutableArray<Reference> Subjects =>
        [.. Participant.Select(participant => participant.Actor).OfType<Reference>().Where(actor => actor.IdOf("Patient") is not null)];
}

public sealed record AppointmentParticipant : BackboneElement
{
    public Reference? Actor { get; init; }
}

public sealed record CarePlan : Resource
{
    public string? Status { get; init; }

    public string? Intent { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public ImmutableArray<CodeableConcept> Category { get => field.IsDefault ? [] : field; init; }

    public Reference? Subject { get; init; }

    public Period? Period { get; init; }

    public string? Created { get; init; }

    public ImmutableArray<CarePlanActivity> Activity { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<Annotation> Note { get => field.IsDefault ? [] : field; init; }

    public override ImmutableArray<Reference> Subjects => Subject is null ? [] : [Subject];
}

public sealed record CarePlanActivity : BackboneElement
{
    public CarePlanActivityDetail? Detail { get; init; }
}

public sealed record CarePlanActivityDetail : BackboneElement, IMayForbid
{
    public bool? DoNotPerform { get; init; }

    public string? Status { get; init; }

    public CodeableConcept? Code { get; init; }

    public string? Description { get; init; }

    public string? ScheduledString { get; init; }

    public Period? ScheduledPeriod { get; init; }
}
