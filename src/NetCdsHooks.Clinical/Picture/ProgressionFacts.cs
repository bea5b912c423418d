using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>How the disease goes, and whether the somatostatin analogue still holds it.</summary>
public sealed class ProgressionFacts
{
    private readonly Chart _chart;
    private readonly ClinicalPicture _picture;

    internal ProgressionFacts(Chart chart, ClinicalPicture picture) => (_chart, _picture) = (chart, picture);

    /// <summary>By the latest statement.</summary>
    public Fact<DiseaseCourse> Course => field ??= new CourseReader(_chart).Latest();

    /// <summary>Day of the statement that the disease grew worse; NotRecorded when the latest says otherwise.</summary>
    public Fact<PartialDate> WorsenedOn => field ??= Course.Then(course =>
        course == DiseaseCourse.Worsened && Course.Evidence.Max(evidence => evidence.Date) is { } date
            ? Fact.Known(date, Course.Evidence)
            : Fact.Unknown<PartialDate>(UnknownReason.NotRecorded, Course.Evidence));

    /// <summary>Rapid growth stated in words.</summary>
    public Fact<bool> Rapid => field ??= _chart.Stated("rapid-progression");

    public Fact<bool> SymptomsUncontrolled => field ??= _chart.Stated("symptoms-uncontrolled");

    /// <summary>Worse after a long-acting analogue was begun, or hormone symptoms uncontrolled although one was given.</summary>
    public Fact<bool> SsaFailure => field ??= _picture.Ssa.Use is Fact<SsaUse>.Known { Value: SsaUse.Never }
        ? Fact.Known(false)
        : AnyOf(GrewWorse(), SymptomsPersist());

    private Fact<bool> GrewWorse() => Course.Then(course => course != DiseaseCourse.Worsened
        ? Fact.Known(false, Course.Evidence)
        : Course.Evidence.Max(evidence => evidence.Date) is { } date
            ? _picture.Ssa.Course.BegunBefore(date) switch
            {
                Fact<bool>.Known begun => Fact.Known(begun.Value, [.. Course.Evidence, .. begun.Evidence]),
                var unknown => unknown,
            }
            : Fact.Unknown<bool>(UnknownReason.NotRecorded, Course.Evidence));

    private Fact<bool> SymptomsPersist() => SymptomsUncontrolled.Then(uncontrolled => !uncontrolled
        ? Fact.Known(false)
        : _picture.Ssa.Use.Then(use => Fact.Known(use != SsaUse.Never, [.. SymptomsUncontrolled.Evidence, .. _picture.Ssa.Use.Evidence])));

    private static Fact<bool> AnyOf(Fact<bool> first, Fact<bool> second) =>
        first is Fact<bool>.Known { Value: true } ? first
        : second is Fact<bool>.Known { Value: true } ? second
        : !first.Missing.IsEmpty ? first
        : !second.Missing.IsEmpty ? second
        : first is Fact<bool>.Unknown ? first
        : second;
}
