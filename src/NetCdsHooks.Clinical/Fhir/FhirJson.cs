using System.Text.Json.Serialization;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Fhir;

/// <summary>How FHIR R4 JSON is read: strict JSON, lenient about shapes that real systems get wrong.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters =
    [
        typeof(ResourceConverter), typeof(DecimalConverter), typeof(Int32Converter), typeof(BooleanConverter),
        typeof(ManyConverter<Resource>), typeof(ManyConverter<string>), typeof(ManyConverter<Coding>),
        typeof(ManyConverter<CodeableConcept>), typeof(ManyConverter<Reference>), typeof(ManyConverter<Identifier>),
        typeof(ManyConverter<Extension>), typeof(ManyConverter<Annotation>), typeof(ManyConverter<Dosage>),
        typeof(ManyConverter<DoseAndRate>), typeof(ManyConverter<ConditionStage>), typeof(ManyConverter<ConditionEvidence>),
        typeof(ManyConverter<ReferenceRange>), typeof(ManyConverter<ObservationComponent>), typeof(ManyConverter<ImagingSeries>),
        typeof(ManyConverter<AppointmentParticipant>), typeof(ManyConverter<CarePlanActivity>), typeof(ManyConverter<FamilyCondition>),
        typeof(ManyConverter<BundleLink>), typeof(ManyConverter<BundleEntry>), typeof(ManyConverter<Period>),
        typeof(ManyConverter<OperationOutcomeIssue>),
    ])]
[JsonSerializable(typeof(Resource))]
[JsonSerializable(typeof(Patient))]
[JsonSerializable(typeof(Condition))]
[JsonSerializable(typeof(Observation))]
[JsonSerializable(typeof(DiagnosticReport))]
[JsonSerializable(typeof(ImagingStudy))]
[JsonSerializable(typeof(Procedure))]
[JsonSerializable(typeof(Medication))]
[JsonSerializable(typeof(MedicationRequest))]
[JsonSerializable(typeof(MedicationStatement))]
[JsonSerializable(typeof(MedicationAdministration))]
[JsonSerializable(typeof(ServiceRequest))]
[JsonSerializable(typeof(Appointment))]
[JsonSerializable(typeof(CarePlan))]
[JsonSerializable(typeof(FamilyMemberHistory))]
[JsonSerializable(typeof(Specimen))]
[JsonSerializable(typeof(Bundle))]
[JsonSerializable(typeof(OperationOutcome))]
[JsonSerializable(typeof(Coding))]
[JsonSerializable(typeof(CodeableConcept))]
[JsonSerializable(typeof(Reference))]
[JsonSerializable(typeof(Identifier))]
[JsonSerializable(typeof(Extension))]
[JsonSerializable(typeof(Annotation))]
[JsonSerializable(typeof(Dosage))]
[JsonSerializable(typeof(DoseAndRate))]
[JsonSerializable(typeof(ConditionStage))]
[JsonSerializable(typeof(ConditionEvidence))]
[JsonSerializable(typeof(ReferenceRange))]
[JsonSerializable(typeof(ObservationComponent))]
[JsonSerializable(typeof(ImagingSeries))]
[JsonSerializable(typeof(AppointmentParticipant))]
[JsonSerializable(typeof(CarePlanActivity))]
[JsonSerializable(typeof(FamilyCondition))]
[JsonSerializable(typeof(BundleLink))]
[JsonSerializable(typeof(BundleEntry))]
[JsonSerializable(typeof(Period))]
[JsonSerializable(typeof(OperationOutcomeIssue))]
public sealed partial class FhirJson : JsonSerializerContext;
