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

    /// <summary>The code is read as a DICOM code under whichever system it is filed.</summary>
    private static ImageModalities ModalityOf(this Chart chart, Coding modality)
    {
        var coded = new CodeableConcept { Coding = [modality, modality with { System = Dicom }] };
        return chart.Means("ct", coded) ? ImageModalities.Ct
            : chart.Means("mri", coded) ? ImageModalities.Mri
            : chart.Means("pet", coded) ? ImageModalities.Pet
            : chart.Means("nuclear-medicine", coded) ? ImageModalities.NuclearMedicine
            : modality.Code is null || chart.Means("modality-not-told", coded) ? ImageModalities.NotStated
            : ImageModalities.Other;
    }
}
