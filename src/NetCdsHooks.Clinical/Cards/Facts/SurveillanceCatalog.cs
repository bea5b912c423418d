using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using static NetCdsHooks.Clinical.Record.DataNeed;

namespace NetCdsHooks.Clinical.Cards.Facts;

/// <summary>What is due and when, and what in the record could not be used.</summary>
internal static class SurveillanceCatalog
{
    internal static ImmutableArray<FactDefinition> Facts { get; } =
    [
        Define.Choice("plan", "follow-up plan", picture => picture.Surveillance.Plan, PlanWording, Everything),
        Define.Text("planInterval", "interval of the plan", 28, picture => picture.Surveillance.PlanInterval, text => text, Everything),
        Define.Choice("imagingSurveillance", "follow-up imaging", picture => picture.Surveillance.Imaging, null, Everything),
        Define.LastDate("lastImaging", "last follow-up image", picture => picture.Surveillance.ImagingWindow.Select(window => window.Last), Everything),
        Define.Date("imagingDueFrom", "due from", ImagingDueFrom, Everything),
        Define.Date("imagingDueBy", "due by", picture => picture.Surveillance.ImagingWindow.Select(window => PartialDate.Of(window.By)), Everything),
        Define.Text("imagingDue", "when imaging is due", 50, picture => picture.Surveillance.ImagingWindow, window => window.Wording, Everything),
        Define.Choice("nextImaging", "next study", picture => picture.Surveillance.NextImaging, null, Everything),
        Define.Date("nextImagingDate", "date of the next study", picture => picture.Surveillance.NextImagingDate, Everything),
        Define.Choice("markerSurveillance", "follow-up of markers", picture => picture.Surveillance.Markers, null, Everything),
        Define.Text("markersDue", "markers due", 40, picture => picture.Surveillance.MarkersDue, text => text, Everything),
        Define.Text("markersLast", "last measured", 36, picture => picture.Surveillance.MarkersLast, text => text, Everything),
        Define.Flag("chromograninADue", "chromogranin A due", picture => IsDue(picture, "chromogranin A"), Everything),
        Define.Flag("neuronSpecificEnolaseDue", "neuron-specific enolase due", picture => IsDue(picture, "neuron-specific enolase"), Everything),
        Define.Flag("fiveHiaaDue", "5-HIAA due", picture => IsDue(picture, "5-HIAA"), Everything),
        Define.Choice("sstrSurveillance", "repeat of receptor imaging", picture => picture.Surveillance.Sstr, null, Everything),
        Define.Text("sstrDue", "when receptor imaging is due", 50, picture => picture.Surveillance.SstrWindow, window => window.Wording, Everything),
        Define.Number("dataProblemCount", "data problems", "", picture => picture.Quality.Problems, problems => Interval<decimal>.Exactly(problems.Length), Everything),
        Define.Text("firstDataProblem", "first data problem", 85, picture => picture.Quality.FirstInBrief, problem => problem, Everything),
        Define.Text("dataProblems", "data problems", 1000, picture => picture.Quality.Problems, problems => problems.IsEmpty ? "none" : string.Join("; ", problems), Everything),
    ];

    /// <summary>The calendar weighs the whole record of the tumour; general laboratory results say nothing of it.</summary>
    private static ImmutableArray<DataNeed> Everything =>
    [
        Conditions, Pathology, Markers, Status, Reports, Imaging, Procedures, MedicationRequests, MedicationStatements, MedicationAdministrations,
        ServiceRequests, Appointments, CarePlans,
    ];

    /// <param name="picture">The patient.</param>
    /// <param name="marker">As the list of the markers due names it.</param>
    private static Fact<bool> IsDue(ClinicalPicture picture, string marker) =>
        picture.Surveillance.Markers.Then(state => state == DueState.NotDue
            ? Fact.Known(false, picture.Surveillance.Markers.Evidence)
            : picture.Surveillance.MarkersDue.Select(names => names.Split(", ").Contains(marker)));

    private static Fact<PartialDate> ImagingDueFrom(ClinicalPicture picture) => picture.Surveillance.ImagingWindow.Then(window =>
        window.From is { } from
            ? Fact.Known(PartialDate.Of(from), picture.Surveillance.ImagingWindow.Evidence)
            : Fact.Unknown<PartialDate>(UnknownReason.NotRecorded));

    private static string? PlanWording(SurveillancePlan plan) => plan switch
    {
        SurveillancePlan.NoImaging => "no routine imaging",
        SurveillancePlan.HighGrade => "high-grade disease",
        SurveillancePlan.ObservedPancreas => "small pancreatic NET under observation",
        SurveillancePlan.Resected => "resected stage I or II",
        SurveillancePlan.GeneralG1G2 => "G1/G2 disease",
        SurveillancePlan.Longest => "grade or stage not recorded",
        _ => null,
    };
}
