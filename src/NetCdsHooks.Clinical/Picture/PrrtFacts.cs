using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Peptide receptor radionuclide therapy.</summary>
public sealed class PrrtFacts
{
    private readonly Chart _chart;
    private readonly ClinicalPicture _picture;

    internal PrrtFacts(Chart chart, ClinicalPicture picture) => (_chart, _picture) = (chart, picture);

    /// <summary>Cycles given; known only from below where a therapy is recorded without its doses.</summary>
    public Fact<Interval<decimal>> Cycles => field ??= Courses.Cycles;

    /// <summary>Ordered, booked or in preparation.</summary>
    public Fact<bool> Planned => field ??= Courses.Planned;

    private PrrtCourses Courses => field ??= new(_chart, _picture.Drugs);
}
