using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using static NetCdsHooks.Clinical.Record.DataNeed;

namespace NetCdsHooks.Clinical.Cards.Facts;

/// <summary>The moment of the call and the order in question.</summary>
internal static class DraftCatalog
{
    /// <summary>What the order in question is for; <c>appliesTo</c> asks it.</summary>
    internal static FactDefinition Kinds { get; } =
        Define.Set("draft", "order", picture => picture.Draft.Kinds, TreatmentCatalog.PendingWording, null, DraftOrders);

    internal static ImmutableArray<FactDefinition> Facts { get; } =
    [
        Define.Choice("hook", "moment of the call", picture => Fact.Known(picture.Hook), null),
        Kinds,
        Define.Text("draftName", "order in question", 40, picture => picture.Draft.Name, text => text, DraftOrders),
        Define.Date("draftDate", "planned day", picture => picture.Draft.Date, DraftOrders),
        Define.Number("draftDose", "dose ordered", "mg", picture => picture.Draft.Dose, dose => dose, DraftOrders),
        Define.Number("draftDailyDose", "daily dose ordered", "mg", picture => picture.Draft.DailyDose, dose => dose, DraftOrders),
        Define.Number("draftTimesPerDay", "doses a day ordered", "", picture => picture.Draft.TimesPerDay, Interval<decimal>.Exactly, DraftOrders),
        Define.Number("draftInterval", "interval ordered", "days", picture => picture.Draft.IntervalDays, Interval<decimal>.Exactly, DraftOrders),
        Define.Text("draftDosage", "dosage ordered", 30, picture => picture.Draft.DoseWording, text => text, DraftOrders),
        Define.Flag("draftForOtherDisease", "ordered for another disease", picture => picture.Draft.ForOtherDisease, DraftOrders, Conditions, Pathology, Procedures),
        Define.Flag("draftOnlyCholecystectomy", "removes the gallbladder alone", picture => picture.Draft.OnlyCholecystectomy, DraftOrders),
        Define.Flag("draftEscalation", "reason for an unusual dose stated", picture => picture.Draft.EscalationStated, DraftOrders),
        Define.Flag("draftStopForCure", "stopped because the tumour was removed, says the order", picture => picture.Draft.StopForCure, DraftOrders, Conditions),
        Define.Flag("draftSwitchesSsa", "another long-acting analogue begun with it", picture => picture.Draft.SwitchesSsa, DraftOrders),
        Define.Flag("draftAgainstHypotension", "ordered against low blood pressure", picture => picture.Draft.AgainstHypotension, DraftOrders),
        Define.Number("daysAfterLongActingDose", "days from the last long-acting dose to the planned day", "days",
            picture => picture.Draft.DaysAfterLongActingDose, days => days, [DraftOrders, .. Medicines, Procedures, ServiceRequests, Appointments]),
        Define.Flag("otherLongActingSsa", "another long-acting analogue in use", picture => picture.Draft.OtherLongActingSsa, [DraftOrders, .. Medicines]),
        Define.Number("ppiFreeDays", "days without a proton-pump inhibitor", "days", picture => picture.Draft.PpiFreeDays, days => days, [DraftOrders, .. Medicines]),
        Define.Date("ppiFreeFrom", "14 days after the last proton-pump inhibitor", picture => picture.Draft.PpiFreeFrom, Medicines),
        Define.Flag("hiaaInterference", "drug that changes 5-HIAA", picture => picture.Draft.HiaaInterference.Select(drugs => !drugs.IsEmpty), [DraftOrders, .. Medicines]),
        Define.Text("interferingDrugs", "drugs that change 5-HIAA", 50,
            picture => picture.Draft.HiaaInterference, drugs => drugs.IsEmpty ? "none" : string.Join(", ", drugs), [DraftOrders, .. Medicines]),
        Define.Flag("shortActingDoseNear", "short-acting octreotide on the planned day or the day before", picture => picture.Draft.ShortActingDoseNear,
            [DraftOrders, .. Medicines]),
        Define.Set("prrtLabsMissing", "tests not done within 14 days before", picture => picture.Draft.PrrtLabsMissing, LabWording,
            (picture, lab) => picture.Draft.IsPrrtLabMissing(lab), PrrtLabNeeds),
        Define.Text("prrtTestsNotFound", "tests not found within 14 days before", LongList, picture => picture.Draft.PrrtLabsMissing.Then(InWords), words => words, PrrtLabNeeds),
        Define.Text("prrtTestsNotFoundBrief", "tests not found within 14 days before, in brief", BriefList, picture => picture.Draft.PrrtLabsMissing.Then(InBrief), words => words, PrrtLabNeeds),
    ];

    /// <summary>Room for a list beside two values in one summary.</summary>
    private const int BriefList = 29;

    private static ImmutableArray<Record.DataNeed> PrrtLabNeeds => [DraftOrders, Patient, Conditions, Status, Labs, .. Medicines, Procedures, ServiceRequests, Appointments];

    /// <summary>All of them: "pregnancy test, platelets, haemoglobin, creatinine, liver tests" is the longest.</summary>
    private const int LongList = 63;

    private static readonly ImmutableHashSet<Picture.PrrtLab> BloodCount = [Picture.PrrtLab.Platelets, Picture.PrrtLab.Haemoglobin, Picture.PrrtLab.Leucocytes];

    /// <summary>The one that most is at stake with comes first; an empty list is nothing to tell.</summary>
    private static Fact<string> InWords(ImmutableHashSet<Picture.PrrtLab> labs)
    {
        var hasWhole = BloodCount.IsSubsetOf(labs);
        var words = labs.OrderByDescending(lab => lab == Picture.PrrtLab.PregnancyTest).ThenBy(lab => lab)
            .Select(lab => hasWhole && BloodCount.Contains(lab) ? "blood count" : LabWording(lab) ?? lab.ToString().ToLowerInvariant()).Distinct();
        return labs.IsEmpty ? Fact.Unknown<string>(UnknownReason.NotRecorded) : Fact.Known(string.Join(", ", words));
    }

    /// <summary>A list too long to stand beside values is counted.</summary>
    private static Fact<string> InBrief(ImmutableHashSet<Picture.PrrtLab> labs) =>
        InWords(labs).Select(list => list.Length <= BriefList ? list : $"{labs.Count} tests");

    private static ImmutableArray<Record.DataNeed> Medicines => [MedicationRequests, MedicationStatements, MedicationAdministrations];

    private static string? LabWording(Picture.PrrtLab lab) => lab switch
    {
        Picture.PrrtLab.LiverTests => "liver tests",
        Picture.PrrtLab.PregnancyTest => "pregnancy test",
        _ => null,
    };
}
