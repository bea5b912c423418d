using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Tests.Support;

/// <summary>Charts of an invented patient for tests of single families of facts.</summary>
internal static class SomeChart
{
    internal static DateOnly Today { get; } = new(2026, 11, 21);

    /// <summary>Every need answered completely, with these resources among the answers.</summary>
    internal static Chart Of(params IEnumerable<Resource> resources) => WithGaps([], resources);

    /// <summary>As <see cref="Of"/>, but these needs failed.</summary>
    internal static Chart WithGaps(DataNeed[] failed, params IEnumerable<Resource> resources) =>
        new(RecordOf(failed, resources), TestKnowledge.Concepts, TestKnowledge.Intervals, Today, TimeZoneInfo.Utc);

    internal static ClinicalPicture Picture(params IEnumerable<Resource> resources) => PictureWithGaps([], resources);

    internal static ClinicalPicture PictureWithGaps(DataNeed[] failed, params IEnumerable<Resource> resources) =>
        new(RecordOf(failed, resources), TestKnowledge.Concepts, TestKnowledge.Intervals, Today, TimeZoneInfo.Utc);

    private static PatientRecord RecordOf(DataNeed[] failed, IEnumerable<Resource> resources)
    {
        var all = resources.ToList();
        return new("pat-1", NeedInfo.All.Select(info => new NeedAnswer(
            info.Need,
            [.. all.Where(resource => NeedOf(resource) == info.Need)],
            failed.Contains(info.Need) ? NeedGap.Failed : null)));
    }

    private static DataNeed NeedOf(Resource resource) => resource switch
    {
        Observation => DataNeed.Pathology,
        Medication => DataNeed.MedicationRequests,
        UnreadableResource { ClaimedType: "Observation" } => DataNeed.Pathology,
        _ => NeedInfo.All.First(info => info.ResourceType == resource.TypeName).Need,
    };
}
