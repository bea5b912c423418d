using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>The order that a card is about. Where no order is being placed, all of it is known to be nothing.</summary>
public sealed class DraftFacts
{
    private readonly Chart _chart;
    private readonly ClinicalPicture _picture;
    private readonly DraftReading? _reading;

    internal DraftFacts(Chart chart, ClinicalPicture picture, DraftOrder? order)
    {
        (_chart, _picture, Order) = (chart, picture, order);
        _reading = order is { Gap: null } ? DraftReading.Of(order.Resource, chart) : null;
    }

    /// <summary>Null where no order is being placed.</summary>
    public DraftOrder? Order { get; }

    /// <summary>What is ordered; empty for an order that no card judges, and where there is none.</summary>
    public Fact<ImmutableHashSet<PendingOrder>> Kinds => field ??=
        Order is null ? Fact.Known<ImmutableHashSet<PendingOrder>>([]) : Of(reading => reading.Kinds);

    /// <summary>What it is called, such as the drug.</summary>
    public Fact<string> Name => field ??= Of(reading => reading.Name.Wording);

    /// <summary>The day it is meant for.</summary>
    public Fact<PartialDate> Date => field ??= Of(reading => reading.Date);

    /// <summary>The order names a disease other than the tumour as its reason.</summary>
    public Fact<bool> ForOtherDisease => field ??= Of<bool>(reading =>
        reading.Reasons.Any(reason => _chart.Means("other-indication", reason)) && !reading.Reasons.Any(reason => _chart.Means("net", reason)));

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

    /// <summary>The first day on which it can be carried out: its own, else today.</summary>
    internal DateOnly Day => Date is Fact<PartialDate>.Known known && known.Value.First > _chart.Today ? known.Value.First : _chart.Today;

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
            : Fact.Missing<T>(Order.Gap == NeedGap.Unreadable ? UnknownReason.Unreadable : UnknownReason.NotRetrieved, NeedInfo.Of(DataNeed.DraftOrders).Key);
}
