using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Picture;

/// <summary>Builds an invented record of a patient with a tumour, every need answered unless said otherwise.</summary>
internal sealed class TumourRecord
{
    private readonly List<(DataNeed Need, Resource Resource)> _resources = [];
    private readonly Dictionary<DataNeed, NeedGap> _gaps = [];

    internal static DateOnly Today { get; } = new(2026, 11, 21);

    internal static ClinicalPicture Of(params Resource[] resources) => new TumourRecord().With(resources).Picture();

    internal TumourRecord With(params Resource[] resources)
    {
        _resources.AddRange(resources.Select(resource => (NeedOf(resource), resource)));
        return this;
    }

    internal TumourRecord WithFor(DataNeed need, Resource resource)
    {
        _resources.Add((need, resource));
        return this;
    }

    internal TumourRecord Missing(DataNeed need, NeedGap gap = NeedGap.Failed)
    {
        _gaps[need] = gap;
        return this;
    }

    internal ClinicalPicture Picture()
    {
        var answers = Enum.GetValues<DataNeed>().Select(need => new NeedAnswer(
            need,
            [.. _resources.Where(item => item.Need == need).Select(item => item.Resource)],
            _gaps.TryGetValue(need, out var gap) ? gap : null));
        return new(new PatientRecord("p", answers), TestKnowledge.Concepts, TestKnowledge.Intervals, Today, TimeZoneInfo.Utc);
    }

    internal static CodeableConcept Icd(string code, string? text = null) => Coded("http://hl7.org/fhir/sid/icd-10-cm", code, text);

    internal static CodeableConcept IcdO(string code, string? display = null) =>
        new() { Coding = [new("http://terminology.hl7.org/CodeSystem/icd-o-3", code, display)] };

    internal static CodeableConcept Snomed(string code, string? text = null) => Coded("http://snomed.info/sct", code, text);

    internal static CodeableConcept Loinc(string code, string? text = null) => Coded("http://loinc.org", code, text);

    internal static CodeableConcept Text(string text) => new() { Text = text };

    internal static Condition Diagnosis(string id, CodeableConcept code, string? recorded = "2025-01-10", string? clinical = "active", string? verification = "confirmed") =>
        new()
        {
            Id = id,
            Code = code,
            RecordedDate = recorded,
            ClinicalStatus = clinical is null ? null : Coded("http://terminology.hl7.org/CodeSystem/condition-clinical", clinical),
            VerificationStatus = verification is null ? null : Coded("http://terminology.hl7.org/CodeSystem/condition-ver-status", verification),
        };

    internal static Observation Result(string id, CodeableConcept code, string? date = "2025-02-01", string status = "final") =>
        new() { Id = id, Code = code, Status = status, EffectiveDateTime = date };

    internal static Observation ResultText(string id, CodeableConcept code, string value, string? date = "2025-02-01", string status = "final") =>
        Result(id, code, date, status) with { ValueString = value };

    internal static DiagnosticReport PathologyReport(string id, string? conclusion = null, string? date = "2025-02-03", string status = "final") =>
        new() { Id = id, Status = status, Code = Loinc("60567-5"), EffectiveDateTime = date, Conclusion = conclusion };

    internal static UnreadableResource Unreadable(string type, CodeableConcept? code) => new(type, $"{type} could not be read at $") { Id = "spoilt", Code = code };

    internal static Condition WithHistology(Condition condition, string morphology) =>
        condition with
        {
            Extension =
            [
                new Extension
                {
                    Url = "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior",
                    ValueCodeableConcept = IcdO(morphology),
                },
            ],
        };

    private static CodeableConcept Coded(string system, string code, string? text = null) =>
        new() { Coding = [new Coding(system, code)], Text = text };

    private static DataNeed NeedOf(Resource resource) =>
        resource switch
        {
            Patient => DataNeed.Patient,
            Condition => DataNeed.Conditions,
            Observation => DataNeed.Pathology,
            DiagnosticReport => DataNeed.Reports,
            Procedure => DataNeed.Procedures,
            ImagingStudy => DataNeed.Imaging,
            CarePlan => DataNeed.CarePlans,
            _ => throw new ArgumentOutOfRangeException(nameof(resource), resource.TypeName, "say for which need it came"),
        };
}
