using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>One study that was done, by the best of the resources that tell of it.</summary>
/// <param name="Modality">How.</param>
/// <param name="Regions">What it shows.</param>
/// <param name="Evidence">The resource that proves it, with the day.</param>
/// <param name="StudyId">The id of its ImagingStudy, where one is named.</param>
internal sealed record StudyDone(Modality Modality, BodyRegions Regions, Evidence Evidence, string? StudyId)
{
    internal PartialDate? Date => Evidence.Date;

    internal ImagingDone ToImagingDone() => new(Modality, Date, Regions != BodyRegions.NotStated);

    /// <summary>An image study and a report or procedure on the same day with the same modality are one study, told twice.</summary>
    internal bool IsSameAs(StudyDone other) =>
        StudyId is not null && other.StudyId is not null
            ? StudyId == other.StudyId
            : Date is not null && Date == other.Date && Modality == other.Modality && Regions.Overlap(other.Regions);

    /// <summary>Fills what this resource leaves open from another one on the same study.</summary>
    internal StudyDone With(StudyDone other) =>
        this with
        {
            Regions = Regions == BodyRegions.NotStated ? other.Regions : Regions,
            Evidence = (other.Evidence.Confidence > Evidence.Confidence ? other.Evidence : Evidence) with { Date = Date ?? other.Date },
        };
}
