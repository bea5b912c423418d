using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>The studies of one kind as facts: whether there ever was one, and the last.</summary>
internal sealed class StudyEvents(ImmutableArray<StudyDone> done, ImmutableArray<StudyDone> brokenOff, Gaps gaps)
{
    internal Fact<bool> Ever =>
        !done.IsEmpty ? Fact.Known(true, Best.Evidence)
        : gaps.Any || brokenOff.IsEmpty ? gaps.NeverUnlessMissing()
        : Fact.Unknown<bool>(UnknownReason.Unusable, [.. brokenOff.Select(study => study.Evidence)]);

    /// <summary>The last dated one, or an undated one when there is no other.</summary>
    internal Fact<ImagingDone> Last =>
        done.IsEmpty ? gaps.NotRecordedUnlessMissing<ImagingDone>()
        : gaps.Any ? gaps.MissingBeside<ImagingDone>(Latest.Evidence)
        : Fact.Known(Latest.ToImagingDone(), Latest.Evidence);

    /// <summary>Dated studies, newest first.</summary>
    internal ImmutableArray<ImagingDone> Dated =>
        [.. done.Where(study => study.Date is not null).OrderByDescending(study => study.Date).Select(study => study.ToImagingDone())];

    private StudyDone Best => done.OrderByDescending(study => study.Evidence.Confidence).ThenByDescending(study => study.Date).First();

    private StudyDone Latest => done.OrderByDescending(study => study.Date).ThenByDescending(study => study.Evidence.Confidence).First();
}
