using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>What is due, and when.</summary>
public sealed class SurveillanceFacts
{
    private readonly Chart _chart;
    private readonly ClinicalPicture _picture;

    internal SurveillanceFacts(Chart chart, ClinicalPicture picture)
    {
        _chart = chart;
        _picture = picture;
    }

    public Fact<SurveillancePlan> Plan => field ??= SurveillancePlans.Choose(PlanInputsReader.Read(_chart, _picture));

    /// <summary>How often the plan asks for images, in words.</summary>
    public Fact<string> PlanInterval => field ??= Plan.Select(plan => _chart.Intervals.OfImaging(plan)?.Wording ?? "no routine imaging");

    /// <summary>Unknown(NotRecorded) when never imaged or under the plan without imaging.</summary>
    public Fact<DueState> Imaging => field ??= ImagingAfterPlan((last, interval) => SurveillanceCalendar.StateOf(last, interval, _chart.Today));

    public Fact<DueWindow> ImagingWindow => field ??= ImagingAfterPlan((last, interval) => SurveillanceCalendar.WindowOf(last, interval, _chart.Today));

    public Fact<FollowUp> NextImaging => field ??= Booked.Select(booked => booked.FollowUp);

    /// <summary>The date it is booked for.</summary>
    public Fact<PartialDate> NextImagingDate => field ??= Booked.Then(booked =>
        booked.Date is { } date ? Fact.Known(date, Booked.Evidence) : Fact.Unknown<PartialDate>(UnknownReason.NotRecorded));

    /// <summary>The worst state among the tracked markers that were ever measured.</summary>
    public Fact<DueState> Markers => field ??= MarkerStates.Then(states => TrackedMarkers.Worst([.. states.Select(item => item.State)]));

    /// <summary>Names of the markers due or overdue, such as <c>chromogranin A, 5-HIAA</c>.</summary>
    public Fact<string> MarkersDue => field ??= ListDue(marker => marker.Name);

    /// <summary>Their last dates, in the same order.</summary>
    public Fact<string> MarkersLast => field ??= ListDue(marker => marker.Latest is Fact<MarkerValue>.Known { Value.Date: { } date } ? $"{date}" : "");

    public Fact<DueState> Sstr => field ??= AfterPositiveScan(last =>
        SurveillanceCalendar.StateOf(last, _chart.Intervals.ReceptorImaging, _chart.Today));

    public Fact<DueWindow> SstrWindow => field ??= AfterPositiveScan(last =>
        SurveillanceCalendar.WindowOf(last, _chart.Intervals.ReceptorImaging, _chart.Today));

    private Fact<PartialDate> LastImaging => field ??= Plan.Then(plan =>
        LastImages.Under(plan, _picture.Imaging.LastCrossSectional, () => _picture.Imaging.LastEndosonography));

    private Fact<BookedFollowUp> Booked => field ??= ImagingWindow.Then(FindBooked);

    private Fact<ImmutableArray<(TrackedMarker Marker, Fact<DueState> State)>> MarkerStates => field ??= Plan.Then(plan =>
        _chart.Intervals.OfMarkers(plan) is { } interval
            ? Fact.Known(StatesUnder(plan, interval), Plan.Evidence)
            : Fact.Unknown<ImmutableArray<(TrackedMarker, Fact<DueState>)>>(UnknownReason.NotRecorded));

    private ImmutableArray<(TrackedMarker Marker, Fact<DueState> State)> StatesUnder(SurveillancePlan plan, DueInterval interval) =>
    [
        .. TrackedMarkers
            .Under(plan, ReadMarkers(_picture.Markers))
            .Select(marker => (marker, marker.State(interval, _chart.Today))),
    ];

    private MarkerInputs ReadMarkers(MarkerFacts markers) => new(
        markers.ChromograninA,
        markers.ChromograninAElevated,
        markers.FiveHiaa,
        markers.NeuronSpecificEnolase,
        _picture.Function.CarcinoidSyndrome,
        TrackedMarkers.Either(markers.BaselineFiveHiaaElevated, markers.FiveHiaaElevated));

    private Fact<string> ListDue(Func<TrackedMarker, string> write) => MarkerStates.Then(states =>
    {
        var due = states.Where(item => item.State.Test(state => state != DueState.NotDue) == Truth.Yes).ToList();
        return due.Count == 0
            ? Fact.UnknownLike<string>(Markers)
            : Fact.Known(string.Join(", ", due.Select(item => write(item.Marker))), [.. due.SelectMany(item => item.State.Evidence).Distinct()]);
    });

    private Fact<T> ImagingAfterPlan<T>(Func<PartialDate, DueInterval, T> derive)
        where T : notnull =>
        Plan.Then(plan => _chart.Intervals.OfImaging(plan) is { } interval
            ? LastImaging.Then(last => Fact.Known(derive(last, interval), [.. LastImaging.Evidence, .. Plan.Evidence]))
            : Fact.Unknown<T>(UnknownReason.NotRecorded));

    private Fact<BookedFollowUp> FindBooked(DueWindow window)
    {
        var site = _picture.Tumour.Site is Fact<PrimarySite>.Known known ? known.Value : (PrimarySite?)null;
        var studies = _picture.Orders.PendingStudies.Where(study => study.Kind == PendingOrder.CtOrMri && study.Shows(site)).ToList();
        var booked = BookedFollowUp.Of(studies.Select(study => study.Date), window.By, _chart.Today);
        var gaps = _chart.GapsIn([DataNeed.ServiceRequests, DataNeed.Appointments]);
        return booked.FollowUp != FollowUp.Scheduled && gaps.Any
            ? Fact.Missing<BookedFollowUp>(gaps.Reason, gaps.Needs)
            : Fact.Known(booked, [.. studies.Where(study => study.Date == booked.Date).Select(study => study.Evidence)]);
    }

    private Fact<T> AfterPositiveScan<T>(Func<PartialDate, T> derive)
        where T : notnull =>
        _picture.Receptor.Sstr.Then(result => result == SstrResult.Positive
            ? LastImages.DateOf(_picture.Imaging.LastSstrImaging)
                .Then(last => Fact.Known(derive(last), [.. _picture.Imaging.LastSstrImaging.Evidence, .. _picture.Receptor.Sstr.Evidence]))
            : Fact.Unknown<T>(UnknownReason.NotRecorded));
}
