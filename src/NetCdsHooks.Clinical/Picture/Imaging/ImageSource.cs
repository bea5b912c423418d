using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>What one resource says of an image, whatever its type.</summary>
/// <param name="Name">Codes and wordings that name the examination.</param>
/// <param name="Regions">The parts of the body it shows.</param>
/// <param name="Modalities">From the image study itself, or from the one that a report belongs to.</param>
/// <param name="Evidence">The resource, its day, and at most <see cref="Confidence.Preliminary"/> for a preliminary report.</param>
/// <param name="StudyId">The id of the ImagingStudy.</param>
/// <param name="IsStudy">True for an ImagingStudy, whose description stands beside its DICOM codes.</param>
/// <param name="Narrative">The conclusion of a report.</param>
internal sealed record ImageSource(
    CodeableConcept Name,
    BodyRegions Regions,
    ImageModalities Modalities,
    Evidence Evidence,
    string? StudyId = null,
    bool IsStudy = false,
    string? Narrative = null)
{
    /// <summary>The parts of the name that may hold codes, each with its wording.</summary>
    internal ImmutableArray<CodeableConcept> Codes { get => field.IsDefault ? [] : field; init; }

    /// <summary>The words of an ImagingStudy that belong to no code of its name.</summary>
    internal CodeableConcept? Description { get; init; }

    internal static ImageSource Of(ImagingStudy study, Chart chart)
    {
        var description = Wording.Join([], [study.Description, .. study.Series.Select(series => series.Description)]);
        var name = Wording.Join([.. study.ProcedureCode, description]);
        var bodySites = study.Series.Select(series => series.BodySite).OfType<Coding>().Select(site => new CodeableConcept { Coding = [site] });
        return new(
            name,
            chart.RegionsOf(Wording.Join([name, .. bodySites])),
            chart.ModalitiesOf(study),
            new(study.Self, study.ClinicalDate(chart)),
            study.Id,
            IsStudy: true)
        {
            Codes = study.ProcedureCode,
            Description = description,
        };
    }

    internal static ImageSource Of(DiagnosticReport report, ImagingStudy? study, string? studyId, Chart chart)
    {
        var name = Wording.Join([report.Code, .. report.Category]);
        return new(
            name,
            chart.RegionsOf(name),
            study is null ? ImageModalities.NotStated : chart.ModalitiesOf(study),
            new(report.Self, report.ClinicalDate(chart), report.Status == "preliminary" ? Confidence.Preliminary : Confidence.Coded),
            studyId,
            Narrative: report.Conclusion)
        {
            Codes = [.. report.Category.Append(report.Code).OfType<CodeableConcept>()],
        };
    }

    internal static ImageSource Of(Procedure procedure, Chart chart)
    {
        var name = Wording.Join([procedure.Code]);
        return new(
            name,
            chart.RegionsOf(Wording.Join([name, .. procedure.BodySite])),
            ImageModalities.NotStated,
            new(procedure.Self, procedure.ClinicalDate(chart)))
        {
            Codes = procedure.Code is { } code ? [code] : [],
        };
    }

    internal static ImageSource Of(ServiceRequest order, Chart chart)
    {
        var name = Wording.Join([order.Code, .. order.OrderDetail]);
        return new(
            name,
            chart.RegionsOf(Wording.Join([name, .. order.BodySite])),
            ImageModalities.NotStated,
            new(order.Self, order.ClinicalDate(chart)))
        {
            Codes = [.. order.OrderDetail.Prepend(order.Code).OfType<CodeableConcept>()],
        };
    }

    internal static ImageSource Of(Appointment appointment, Chart chart)
    {
        var name = Wording.Join([.. appointment.ServiceCategory, .. appointment.ServiceType, .. appointment.ReasonCode], appointment.Description);
        return new(name, chart.RegionsOf(name), ImageModalities.NotStated, new(appointment.Self, appointment.ClinicalDate(chart)));
    }

    /// <summary>The study as one of a kind that was recognised in this way.</summary>
    internal StudyDone As(Modality modality, Confidence confidence) =>
        new(
            modality,
            Regions,
            confidence < Evidence.Confidence ? Evidence with { Confidence = confidence } : Evidence,
            StudyId);
}
