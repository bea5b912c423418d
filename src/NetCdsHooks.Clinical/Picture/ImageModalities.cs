using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>What an ImagingStudy says of the machines it was made with; objects that are no images say nothing.</summary>
[Flags]
internal enum ImageModalities
{
    /// <summary>No modality is given, or one that tells nothing (other, secondary capture).</summary>
    NotStated = 0,
    Ct = 1,
    Mri = 2,
    Pet = 4,
    NuclearMedicine = 8,

    /// <summary>Ultrasound, plain films, documents and all the rest.</summary>
    Other = 16,
}

internal static class ImageModalityRules
{
    private const string Dicom = "http://dicom.nema.org/resources/ontology/DCM";

    internal static ImageModalities ModalitiesOf(this Chart chart, ImagingStudy study) =>
        study.Modality.Concat(study.Series.Select(series => series.Modality).OfType<Coding>())
            .Aggregate(ImageModalities.NotStated, (all, modality) => all | chart.ModalityOf(modality));

    private static ImageModalities ModalityOf(this Chart chart, Coding modality)
    {
        var coding = modality.System is null ? modality with { System = Dicom } : modality;
        return chart.Match("ct", coding) != ConceptMatch.No ? ImageModalities.Ct
            : chart.Match("mri", coding) != ConceptMatch.No ? ImageModalities.Mri
            : chart.Match("pet", coding) != ConceptMatch.No ? ImageModalities.Pet
            : chart.Match("nuclear-medicine", coding) != ConceptMatch.No ? ImageModalities.NuclearMedicine
            : chart.Match("modality-not-told", coding) != ConceptMatch.No ? ImageModalities.NotStated
            : ImageModalities.Other;
    }
}
