using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Somatostatin analogues.</summary>
public sealed class SsaFacts
{
    /// <summary>A short-acting dose of yesterday still counts.</summary>
    private const int ShortActingDays = 1;

    private readonly Chart _chart;

    internal SsaFacts(Chart chart) => _chart = chart;

    /// <summary>Long-acting. On hold counts as active, since nothing says how long the last dose still acts.</summary>
    public Fact<SsaUse> Use => field ??= Course.Use;

    /// <summary>The long-acting drug that goes on; none when the order has ended, although the last dose may still act.</summary>
    public Fact<LongActingSsa> LongActing => field ??= Course.InUse;

    /// <summary>For wording; NotRecorded when none is active.</summary>
    public Fact<string> LongActingDrug => field ??= Course.DrugNames;

    /// <summary>First day of the present uninterrupted long-acting treatment.</summary>
    public Fact<PartialDate> LongActingStart => field ??= Course.Start;

    public Fact<PartialDate> LastLongActingDose => field ??= Doses.Last;

    public Fact<PartialDate> NextLongActingDose => field ??= Doses.Next;

    public Fact<bool> ShortActingActive => field ??= FindShortActing();

    /// <summary>A long-acting analogue was stopped within the last 30 days and none took its place.</summary>
    public Fact<bool> Stopped => field ??= Stops.Stopped;

    public Fact<bool> StoppedForCure => field ??= Stops.ForCure;

    internal DepotCourse Course => field ??= new(_chart, _chart.Drugs);

    private DepotDoses Doses => field ??= new(_chart, _chart.Drugs);

    private DepotStops Stops => field ??= new(_chart, _chart.Drugs);

    /// <inheritdoc cref="DepotDoses.Between"/>
    internal Fact<bool> LongActingDoseBetween(DateOnly first, DateOnly last) => Doses.Between(first, last);

    /// <inheritdoc cref="ShortActingDoses.UpTo"/>
    internal Fact<bool> ShortActingDoseUpTo(DateOnly day) => new ShortActingDoses(_chart).UpTo(day);

    private Fact<bool> FindShortActing() => _chart.Drugs.AnyActs(_chart.Drugs.OfShortActingOctreotide(), ShortActingDays);
}
