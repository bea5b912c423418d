using System.Diagnostics;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>How often each plan asks for images and markers.</summary>
internal static class SurveillanceIntervals
{
    /// <summary>Repeat somatostatin-receptor imaging.</summary>
    internal static DueInterval ReceptorImaging { get; } = new(18, 24);

    /// <summary>CT or MRI; null under the plan without imaging.</summary>
    internal static DueInterval? OfImaging(SurveillancePlan plan) => plan switch
    {
        SurveillancePlan.NoImaging => null,
        SurveillancePlan.HighGrade => new(2, 3),
        SurveillancePlan.ObservedPancreas or SurveillancePlan.Resected => new(6, 12),
        SurveillancePlan.GeneralG1G2 => new(3, 6),
        SurveillancePlan.Longest => new(null, 12),
        _ => throw new UnreachableException($"{plan} is no plan"),
    };

    /// <summary>Tumour markers; at every visit, so due above six months and never overdue, for an observed pancreatic tumour.</summary>
    internal static DueInterval? OfMarkers(SurveillancePlan plan) =>
        plan == SurveillancePlan.ObservedPancreas ? new(null, 6, DueState.Due) : OfImaging(plan);
}
