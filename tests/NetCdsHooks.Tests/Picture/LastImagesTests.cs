using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;

namespace NetCdsHooks.Tests.Picture;

public sealed class LastImagesTests
{
    private static readonly Fact<ImagingDone> NeverImaged = Fact.Unknown<ImagingDone>(UnknownReason.NotRecorded);

    [Fact]
    public void The_last_CT_or_MRI_is_counted_from() =>
        Under(SurveillancePlan.GeneralG1G2, Imaged(2026, 5, 1), Endosonography(2026, 8, 1)).Should().Be("2026-05-01");

    [Fact]
    public void An_observed_pancreatic_tumour_may_be_followed_by_endosonography() =>
        Under(SurveillancePlan.ObservedPancreas, Imaged(2026, 5, 1), Endosonography(2026, 8, 1)).Should().Be("2026-08-01");

    [Fact]
    public void An_older_endosonography_changes_nothing() =>
        Under(SurveillancePlan.ObservedPancreas, Imaged(2026, 5, 1), Endosonography(2026, 2, 1)).Should().Be("2026-05-01");

    [Fact]
    public void An_endosonography_alone_is_enough_for_an_observed_tumour() =>
        Under(SurveillancePlan.ObservedPancreas, NeverImaged, Endosonography(2026, 2, 1)).Should().Be("2026-02-01");

    [Fact]
    public void Never_imaged_is_not_recorded() =>
        LastImages.Under(SurveillancePlan.ObservedPancreas, NeverImaged, () => NeverImaged)
            .WhyUnknown.Should().Be(UnknownReason.NotRecorded);

    [Fact]
    public void A_study_without_a_date_gives_no_last_date() =>
        LastImages.DateOf(Fact.Known(new ImagingDone(Modality.Ct, null, RegionKnown: true))).WhyUnknown.Should().Be(UnknownReason.NotRecorded);

    [Fact]
    public void Endosonographies_that_could_not_be_asked_for_leave_the_last_date_of_an_observed_tumour_unknown() =>
        LastImages.Under(
                SurveillancePlan.ObservedPancreas,
                Imaged(2026, 5, 1),
                () => Fact.Missing<ImagingDone>(UnknownReason.NotRetrieved, "procedures"))
            .Missing.Should().Equal("procedures");

    private static string? Under(SurveillancePlan plan, Fact<ImagingDone> crossSectional, Fact<ImagingDone> endosonography) =>
        LastImages.Under(plan, crossSectional, () => endosonography) is Fact<PartialDate>.Known known ? $"{known.Value}" : null;

    private static Fact<ImagingDone> Imaged(int year, int month, int day) =>
        Fact.Known(new ImagingDone(Modality.Ct, new DateOnly(year, month, day), RegionKnown: true));

    private static Fact<ImagingDone> Endosonography(int year, int month, int day) =>
        Fact.Known(new ImagingDone(Modality.Endosonography, new DateOnly(year, month, day), RegionKnown: true));
}
