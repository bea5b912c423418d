using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>What is due, and when.</summary>
public sealed class SurveillanceFacts
{
    internal SurveillanceFacts(Chart chart, ClinicalPicture picture)
    {
    }

    public Fact<SurveillancePlan> Plan => throw new NotImplementedException();

    /// <summary>Unknown(NotRecorded) when never imaged or under the plan without imaging.</summary>
    public Fact<DueState> Imaging => throw new NotImplementedException();

    public Fact<DueWindow> ImagingWindow => throw new NotImplementedException();

    public Fact<FollowUp> NextImaging => throw new NotImplementedException();

    /// <summary>The date it is booked for.</summary>
    public Fact<PartialDate> NextImagingDate => throw new NotImplementedException();

    /// <summary>The worst state among the tracked markers that were ever measured.</summary>
    public Fact<DueState> Markers => throw new NotImplementedException();

    /// <summary>Names of the markers due or overdue, such as <c>chromogranin A, 5-HIAA</c>.</summary>
    public Fact<string> MarkersDue => throw new NotImplementedException();

    /// <summary>Their last dates, in the same order.</summary>
    public Fact<string> MarkersLast => throw new NotImplementedException();

    public Fact<DueState> Sstr => throw new NotImplementedException();

    public Fact<DueWindow> SstrWindow => throw new NotImplementedException();
}
