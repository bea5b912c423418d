using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Peptide receptor radionuclide therapy.</summary>
public sealed class PrrtFacts
{
    private readonly Chart _chart;

    internal PrrtFacts(Chart chart) => _chart = chart;

    /// <summary>Cycles given; known only from below where a therapy is recorded without its doses.</summary>
    public Fact<Interval<decimal>> Cycles => field ??= Courses.Cycles;

    /// <summary>Ordered, booked or in preparation.</summary>
    public Fact<bool> Planned => field ??= Courses.Planned;

    /// <summary>The next day that a dose is planned for.</summary>
    public Fact<PartialDate> Next => field ??= Courses.Next;

    private PrrtCourses Courses => field ??= new(_chart, _chart.Drugs);
}
