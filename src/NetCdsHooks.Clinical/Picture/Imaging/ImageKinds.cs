using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Recognises the kinds of examination that matter; each answers null when the image is none of its kind.</summary>
internal sealed class ImageKinds(Chart chart)
{
    /// <summary>A CT or MRI of its own; the CT part of a PET/CT or SPECT/CT is made for the other half and is none.</summary>
    internal StudyDone? CrossSectional(ImageSource image) =>
        IsTracerImage(image) ? null
        : image.Modalities == ImageModalities.NotStated ? ByName(image, "ct", Modality.Ct) ?? ByName(image, "mri", Modality.Mri)
        : image.Modalities.HasFlag(ImageModalities.Ct) ? image.As(Modality.Ct, Confidence.Coded)
        : image.Modalities.HasFlag(ImageModalities.Mri) ? image.As(Modality.Mri, Confidence.Coded)
        : null;

    internal StudyDone? PetCt(ImageSource image) =>
        image.Modalities.HasFlag(ImageModalities.Pet | ImageModalities.Ct)
            ? image.As(Modality.Other, Confidence.Coded)
            : ByName(image, "pet-ct", Modality.Other);

    /// <summary>A PET or scintigram with a tracer for somatostatin receptors.</summary>
    internal StudyDone? Sstr(ImageSource image)
    {
        var showsTracer = ShowsTracer(image);
        if (!showsTracer && (image.Modalities != ImageModalities.NotStated || chart.Means("pathology-report", image.Name)))
            return null;
        return ByReceptorTracer(image) ?? (showsTracer ? ByNarrative(image, "sstr-imaging", "fdg-pet") : null);
    }

    /// <summary>A PET with fluorodeoxyglucose.</summary>
    internal StudyDone? FdgPet(ImageSource image)
    {
        var showsTracer = ShowsTracer(image);
        if (!showsTracer && image.Modalities != ImageModalities.NotStated)
            return null;
        return ByName(image, "fdg-pet", Modality.Other) ?? (showsTracer ? ByNarrative(image, "fdg-pet", "sstr-imaging") : null);
    }

    /// <summary>A PET whose tracer is told nowhere.</summary>
    internal StudyDone? PetOfUntoldTracer(ImageSource image) =>
        (image.Modalities.HasFlag(ImageModalities.Pet) || (image.Modalities == ImageModalities.NotStated && chart.Means("pet", image.Name)))
        && !chart.Means("sstr-imaging", image.Name) && !chart.MeansText("sstr-imaging", image.Narrative)
        && !chart.Means("other-tracer", image.Name) && !chart.MeansText("other-tracer", image.Narrative)
        && FdgPet(image) is null
            ? image.As(Modality.Other, Confidence.Coded)
            : null;

    internal StudyDone? Endosonography(ImageSource image) => ByName(image, "eus", Modality.Endosonography);

    /// <summary>A view into the gut: colonoscopy or gastroscopy.</summary>
    internal StudyDone? Endoscopy(ImageSource image) => ByName(image, "endoscopy", Modality.Other);

    internal StudyDone? Echocardiography(ImageSource image) => ByName(image, "echocardiography", Modality.Other);

    /// <summary>A wording counts as free text, unless a mapped code stands beside it or DICOM codes stand beside the description.</summary>
    private StudyDone? ByReceptorTracer(ImageSource image)
    {
        const string tracer = "sstr-imaging";
        var match = chart.Match(tracer, image.Name);
        if (match == ConceptMatch.No)
            return null;
        var isBesideCodes = match == ConceptMatch.ByCode
            || (image is { IsStudy: true, Modalities: not ImageModalities.NotStated } && chart.Means(tracer, image.Description))
            || image.Codes.Any(code => chart.KnowsCodeOf(code) && chart.Means(tracer, code));
        return image.As(Modality.Other, isBesideCodes ? Confidence.Coded : Confidence.FreeText);
    }

    private bool ShowsTracer(ImageSource image) =>
        image.Modalities == ImageModalities.NotStated
            ? chart.Means("pet", image.Name) || chart.Means("nuclear-medicine", image.Name)
            : (image.Modalities & (ImageModalities.Pet | ImageModalities.NuclearMedicine)) != 0;

    /// <summary>A PET whose tracer is told in the conclusion only, and no other one with it.</summary>
    private StudyDone? ByNarrative(ImageSource image, string tracer, string other) =>
        chart.MeansText(tracer, image.Narrative)
        && !chart.Means(other, image.Name)
        && !chart.MeansText(other, image.Narrative)
            ? image.As(Modality.Other, Confidence.FreeText)
            : null;

    /// <summary>A code for CT or MRI outweighs the mention of a PET in words, as in "compare with PET of May".</summary>
    private bool IsTracerImage(ImageSource image)
    {
        if ((image.Modalities & (ImageModalities.Pet | ImageModalities.NuclearMedicine)) != 0)
            return true;
        var tracer = Max(chart.Match("pet", image.Name), chart.Match("nuclear-medicine", image.Name));
        return tracer != ConceptMatch.No && tracer >= Max(chart.Match("ct", image.Name), chart.Match("mri", image.Name));
    }

    private static ConceptMatch Max(ConceptMatch one, ConceptMatch other) => one > other ? one : other;

    private StudyDone? ByName(ImageSource image, string conceptId, Modality modality)
    {
        var match = chart.Match(conceptId, image.Name);
        if (match == ConceptMatch.No)
            return null;
        var isBesideCodes = image is { IsStudy: true, Modalities: not ImageModalities.NotStated };
        return image.As(modality, isBesideCodes ? Confidence.Coded : match.ConfidenceOfName(image.Name));
    }
}
