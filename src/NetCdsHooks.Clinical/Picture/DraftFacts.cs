using System.Collections.Immutable;
using System.Text.Json;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>The order that a card is about. Where no order is being placed, all of it is known to be nothing.</summary>
public sealed class DraftFacts
{
    private const int PpiDays = 14;

    /// <summary>A dose that is found so near is recent, whatever else could not be asked.</summary>
    private const int RecentDays = 21;

    private readonly Chart _chart;
    private readonly ClinicalPicture _picture;
    private readonly DraftReading? _reading;

    internal DraftFacts(Chart chart, ClinicalPicture picture, DraftOrder? order)
    {
        (_chart, _picture, Order) = (chart, picture, order);
        _reading = chart.Drafts.FirstOrDefault(draft => ReferenceEquals(draft.Order, order)).Reading is { IsTold: true } told ? told : null;
    }

    /// <summary>Null where no order is being placed.</summary>
    public DraftOrder? Order { get; }

    /// <summary>What is ordered; empty for an order that no card judges, such as a CT of the head, and where there is none.</summary>
    public Fact<ImmutableHashSet<OrderKind>> Kinds => field ??=
        Order is null ? Fact.Known<ImmutableHashSet<OrderKind>>([]) : Of(reading => _picture.Orders.KindsOf(reading.Kinds, reading.Regions));

    /// <summary>What it is called, such as the drug; a bare code is named by the list that holds it.</summary>
    public Fact<string> Name => field ??= Of(reading => reading.Name.Wordings.FirstOrDefault() ?? DrugKinds.LabelOf(reading.Name, _chart) ?? reading.Name.Wording);

    /// <summary>The day it is meant for.</summary>
    public Fact<PartialDate> Date => field ??= Of(reading => reading.Date);

    /// <summary>The order names a disease other than the tumour as its reason.</summary>
    public Fact<bool> ForOtherDisease => field ??= _reading is null ? Missing<bool>() : new OrderedFor(_chart, _picture.Tumour).OtherDisease(_reading);

    /// <summary>It removes the gallbladder and nothing else, so that it is no treatment of the tumour.</summary>
    public Fact<bool> OnlyCholecystectomy => field ??= Of<bool>(reading =>
        reading.Kinds.Contains(OrderKind.Cholecystectomy) && !InterventionKinds.Resections.Any(id => _chart.Means(id, reading.Name)));

    /// <summary>One dose, in mg; not recorded for an order that is no medicine.</summary>
    public Fact<Interval<decimal>> Dose => field ??= Of(reading => reading.Dose?.Milligrams);

    /// <summary>What is given in a day, in mg; only for a drug taken every day.</summary>
    public Fact<Interval<decimal>> DailyDose => field ??= Of(reading =>
        reading.Dose is { Milligrams: { } dose, TimesPerDay: { } times } ? new Interval<decimal>(dose.Low * times, dose.High * times) : (Interval<decimal>?)null);

    public Fact<decimal> TimesPerDay => field ??= Of(reading => reading.Dose?.TimesPerDay);

    /// <summary>Days from one dose to the next; a month counts as 28.</summary>
    public Fact<decimal> IntervalDays => field ??= Of(reading => reading.Dose?.IntervalDays);

    /// <summary>Such as <c>90 mg every 28 days</c>.</summary>
    public Fact<string> DoseWording => field ??= Of(reading => reading.Dose is { } dose ? DoseInWords.Of(dose) : null);

    /// <summary>Days from the last dose of a long-acting analogue, given or dated, to the planned day.</summary>
    public Fact<Interval<decimal>> DaysAfterLongActingDose => field ??= Beside(FindDaysAfterDose);

    /// <summary>Days without a proton-pump inhibitor up to the planned day; 0 when one is active on it.</summary>
    public Fact<Interval<decimal>> PpiFreeDays => field ??= Beside(() => _picture.Medication.PpiFreeDays(Day));

    /// <summary>The first day that lies 14 days after the last proton-pump inhibitor.</summary>
    public Fact<PartialDate> PpiFreeFrom => field ??= _picture.Medication.LastPpiDay.Select(last => PartialDate.Of(last.Last.AddDays(PpiDays)));

    /// <summary>Drugs that change a 5-HIAA of the planned day; empty when there are none.</summary>
    public Fact<ImmutableArray<string>> HiaaInterference => field ??= Beside(() => _picture.Medication.HiaaInterference(Day));

    /// <summary>Tests that were not done within the 14 days before the planned day; none while that day lies further off.</summary>
    public Fact<ImmutableHashSet<PrrtLab>> PrrtLabsMissing => field ??= Beside(() =>
        PrrtLabsAreDue ? _picture.Laboratory.PrrtLabsMissing(PrrtDay) : Fact.Known<ImmutableHashSet<PrrtLab>>([], _picture.Prrt.Next.Evidence));

    /// <summary>Short-acting octreotide on the planned day or the day before, given or dated in an order.</summary>
    public Fact<bool> ShortActingDoseNear => field ??= Beside(() => _picture.Ssa.ShortActingDoseUpTo(Day));

    /// <summary>The order is of a long-acting analogue, and another drug of that kind is in use.</summary>
    public Fact<bool> OtherLongActingSsa => field ??= Kinds.Then(kinds =>
        kinds.Contains(OrderKind.LongActingSsa)
            ? _picture.Ssa.LongActing.Select(used => used switch
            {
                LongActingSsa.None => false,
                LongActingSsa.Several => true,
                LongActingSsa.Lanreotide => !kinds.Contains(OrderKind.Lanreotide),
                LongActingSsa.OctreotideLar => !kinds.Contains(OrderKind.LongActingOctreotide),
                _ => throw new System.Diagnostics.UnreachableException(),
            })
            : Fact.Known(false));

    /// <summary>The order says why it leaves the usual dose.</summary>
    public Fact<bool> EscalationStated => field ??= Says("dose-escalation");

    /// <summary>The order ends a therapy because the tumour was removed, so it says; where it states a reason of its end, nothing else is asked.</summary>
    public Fact<bool> StopForCure => field ??= Order?.Resource is MedicationRequest { StatusReason: { } reason }
        ? Of<bool>(_ => _chart.Means("stopped-for-cure", reason))
        : Says("stopped-for-cure");

    /// <summary>Another order of the call begins a long-acting analogue.</summary>
    public Fact<bool> SwitchesSsa => field ??= FindSwitch();

    /// <summary>The order says that it is against low blood pressure.</summary>
    public Fact<bool> AgainstHypotension => field ??= Of<bool>(reading =>
        reading.Says(_chart, "against-hypotension") || reading.Drug?.Form.Instructions.Any(text => _chart.MeansText("against-hypotension", text)) == true);

    /// <summary>Nothing stands in the way of what it says, be it that there is no order.</summary>
    private bool IsRead => Order is null || _reading is not null;

    /// <summary>Under its id an order stands, or may stand, in the record that is more than a draft.</summary>
    internal bool MayBeOnRecord => Order?.Resource is { Id: not null } order && (OnRecord is not null || (!IsDraft(order) && _chart.GapsIn(NeedsOf(order)).Any));

    /// <summary>The therapy of that id as it was sent; null when none goes on or it was not kept.</summary>
    internal JsonElement? Recorded =>
        OnRecord is MedicationRequest { Status: "active" or "on-hold", Json: { ValueKind: JsonValueKind.Object } json } ? json : null;

    private Resource? OnRecord =>
        Order?.Resource is { Id: not null } order ? _chart.Record.All<Resource>().FirstOrDefault(known => known.Self == order.Self && !IsDraft(known)) : null;

    private static bool IsDraft(Resource order) =>
        order is MedicationRequest { Status: "draft" } or ServiceRequest { Status: "draft" } or Appointment { Status: "proposed" };

    private static ImmutableArray<DataNeed> NeedsOf(Resource order) => [.. NeedInfo.All.Where(info => info.ResourceType == order.TypeName).Select(info => info.Need)];

    internal Truth IsPrrtLabMissing(PrrtLab lab) =>
        !IsRead ? Truth.Unknown
        : PrrtLabsAreDue ? _picture.Laboratory.IsPrrtLabMissing(lab, PrrtDay)
        : Truth.No;

    private bool PrrtLabsAreDue => PrrtDay <= _chart.Today.AddDays(PrrtLabs.Days);

    /// <summary>Where no order is in question, the tests are for the next dose on record.</summary>
    private DateOnly PrrtDay => Order is null && _picture.Prrt.Next is Fact<PartialDate>.Known next && next.Value.First > _chart.Today ? next.Value.First : Day;

    /// <summary>The first day on which it can be carried out: its own, else today.</summary>
    internal DateOnly Day => Date is Fact<PartialDate>.Known known && known.Value.First > _chart.Today ? known.Value.First : _chart.Today;

    /// <summary>A fact of the record that depends on the day of the order, so that it is unknown with it; without an order, as of today.</summary>
    private Fact<T> Beside<T>(Func<Fact<T>> find)
        where T : notnull => IsRead ? find() : Missing<T>();

    private Fact<bool> Says(string conceptId) => Of<bool>(reading => reading.Says(_chart, conceptId));

    private Fact<bool> FindSwitch()
    {
        var begun = _chart.Drafts.Where(draft => !ReferenceEquals(draft.Order, Order)).Select(draft => draft.Reading)
            .FirstOrDefault(reading => reading.Kinds.Contains(OrderKind.LongActingSsa));
        return begun is null ? _chart.GapsIn([DataNeed.DraftOrders]).NeverUnlessMissing() : Fact.Known(true, begun.Evidence);
    }

    /// <summary>A dose that is dated before the planned day comes after those given so far; one of that day itself may follow it.</summary>
    private Fact<Interval<decimal>> FindDaysAfterDose()
    {
        var (given, next) = (_picture.Ssa.LastLongActingDose, _picture.Ssa.NextLongActingDose);
        var last = next is Fact<PartialDate>.Known known && known.Value.Last < Day ? next : given;
        return last.Missing.IsEmpty || last.Evidence.Max(dose => dose.Date) is not { } found || Days(found.First) >= RecentDays
            ? last.Select(dose => new Interval<decimal>(Days(dose.Last), Days(dose.First)))
            : Fact.Known(new Interval<decimal>(0, Days(found.First)), last.Evidence);
    }

    private decimal Days(DateOnly dose) => Math.Max(0, Day.DayNumber - dose.DayNumber);

    private Fact<T> Of<T>(Func<DraftReading, T?> read)
        where T : class =>
        _reading is null ? Missing<T>() : read(_reading) is { } value ? Fact.Known(value, _reading.Evidence) : Fact.Unknown<T>(UnknownReason.NotRecorded, _reading.Evidence);

    private Fact<T> Of<T>(Func<DraftReading, T?> read)
        where T : struct =>
        _reading is null ? Missing<T>() : read(_reading) is { } value ? Fact.Known(value, _reading.Evidence) : Fact.Unknown<T>(UnknownReason.NotRecorded, _reading.Evidence);

    private Fact<T> Missing<T>()
        where T : notnull =>
        Order is null
            ? Fact.Unknown<T>(UnknownReason.NotRecorded)
            : Fact.Missing<T>(Order.Gap is null or NeedGap.Unreadable ? UnknownReason.Unreadable : UnknownReason.NotRetrieved, NeedInfo.Of(DataNeed.DraftOrders).Key);
}
