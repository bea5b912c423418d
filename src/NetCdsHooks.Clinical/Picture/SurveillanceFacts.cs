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
    public Fact<DueState> Imaging => field ??= UnderAnyPlan(ImagingUnder);

    public Fact<DueWindow> ImagingWindow => field ??= Plan.Then(plan =>
        After(plan, (last, interval) => SurveillanceCalendar.WindowOf(last, interval, _chart.Today)));

    public Fact<FollowUp> NextImaging => field ??= Booked.Select(booked => booked.FollowUp);

    /// <summary>The date it is booked for.</summary>
    public Fact<PartialDate> NextImagingDate => field ??= Booked.Then(booked =>
        booked.Date is { } date ? Fact.Known(date, Booked.Evidence) : Fact.Unknown<PartialDate>(UnknownReason.NotRecorded));

    /// <summary>The worst state among the tracked markers that were ever measured.</summary>
    public Fact<DueState> Markers => field ??= UnderAnyPlan(MarkersUnder);

    /// <summary>Names of the markers due or overdue, such as <c>chromogranin A, 5-HIAA</c>.</summary>
    public Fact<string> MarkersDue => field ??= ListDue(marker => marker.Name);

    /// <summary>Their last dates, in the same order.</summary>
    public Fact<string> MarkersLast => field ??= ListDue(marker => marker.Latest is Fact<MarkerValue>.Known { Value.Date: { } date } ? $"{date}" : "");

    /// <summary>After a scan that is still recent nothing is due, whatever it showed.</summary>
    public Fact<DueState> Sstr => field ??= LastScan.Then(last =>
        SurveillanceCalendar.StateOf(last, _chart.Intervals.ReceptorImaging, _chart.Today) is DueState.NotDue
            ? Fact.Known(DueState.NotDue, _picture.Imaging.LastSstrImaging.Evidence)
            : AfterPositiveScan(scan => SurveillanceCalendar.StateOf(scan, _chart.Intervals.ReceptorImaging, _chart.Today)));

    public Fact<DueWindow> SstrWindow => field ??= AfterPositiveScan(last =>
        SurveillanceCalendar.WindowOf(last, _chart.Intervals.ReceptorImaging, _chart.Today));

    private Fact<PartialDate> LastScan => field ??= LastImages.DateOf(_picture.Imaging.LastSstrImaging);

    private Fact<PartialDate> LastImageUnder(SurveillancePlan plan) =>
        LastImages.Under(plan, _picture.Imaging.LastCrossSectional, () => _picture.Imaging.LastEndosonography);

    private Fact<DueState> ImagingUnder(SurveillancePlan plan) =>
        After(plan, (last, interval) => SurveillanceCalendar.StateOf(last, interval, _chart.Today));

    private Fact<BookedFollowUp> Booked => field ??= ImagingWindow.Then(FindBooked);

    private Fact<ImmutableArray<(TrackedMarker Marker, Fact<DueState> State)>> MarkerStates => field ??= Plan.Then(StatesUnder);

    private Fact<DueState> MarkersUnder(SurveillancePlan plan) =>
        StatesUnder(plan).Then(states => TrackedMarkers.Worst([.. states.Select(item => item.State)]));

    private Fact<ImmutableArray<(TrackedMarker Marker, Fact<DueState> State)>> StatesUnder(SurveillancePlan plan) =>
        _chart.Intervals.OfMarkers(plan) is { } interval
            ? Fact.Known<ImmutableArray<(TrackedMarker, Fact<DueState>)>>(
                [.. TrackedMarkers.Under(plan, ReadMarkers(_picture.Markers)).Select(marker => (marker, marker.State(interval, _chart.Today)))],
                Plan.Evidence)
            : Fact.Unknown<ImmutableArray<(TrackedMarker, Fact<DueState>)>>(UnknownReason.NotRecorded);

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

    private Fact<T> After<T>(SurveillancePlan plan, Func<PartialDate, DueInterval, T> derive)
        where T : notnull =>
        _chart.Intervals.OfImaging(plan) is { } interval && LastImageUnder(plan) is var image
            ? image.Then(last => Fact.Known(derive(last, interval), [.. image.Evidence, .. Plan.Evidence]))
            : Fact.Unknown<T>(UnknownReason.NotRecorded);

    /// <summary>Where no plan would make anything due it does not matter that the plan could not be told.</summary>
    private Fact<DueState> UnderAnyPlan(Func<SurveillancePlan, Fact<DueState>> under) =>
        Plan.Missing.IsEmpty ? Plan.Then(under)
        : Enum.GetValues<SurveillancePlan>().Select(under).All(TrackedMarker.IsQuiet) ? Fact.Known(DueState.NotDue)
        : Fact.UnknownLike<DueState>(Plan);

    private Fact<BookedFollowUp> FindBooked(DueWindow window)
    {
        var site = _picture.Tumour.Site is Fact<PrimarySite>.Known known ? known.Value : (PrimarySite?)null;
        var studies = _picture.Orders.PendingStudies.Where(study => study.Kind == OrderKind.CtOrMri && study.Shows(site)).ToList();
        var booked = BookedFollowUp.Of(studies.Select(study => study.Date), window.By, _chart.Today);
        var gaps = _chart.GapsIn([DataNeed.ServiceRequests, DataNeed.Appointments]);
        return booked.FollowUp != FollowUp.Scheduled && gaps.Any
            ? Fact.Missing<BookedFollowUp>(gaps.Reason, gaps.Needs)
            : Fact.Known(booked, [.. studies.Where(study => study.Date == booked.Date).Select(study => study.Evidence)]);
    }

    private Fact<T> AfterPositiveScan<T>(Func<PartialDate, T> derive)
        where T : notnull =>
        _picture.Receptor.Sstr.Then(result => result == SstrResult.Positive
            ? LastScan.Then(last => Fact.Known(derive(last), [.. _picture.Imaging.LastSstrImaging.Evidence, .. _picture.Receptor.Sstr.Evidence]))
            : Fact.Unknown<T>(UnknownReason.NotRecorded));
}
