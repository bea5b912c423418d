using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Other medicines that matter: for what a laboratory value means, and as a sign of pain.</summary>
public sealed class MedicationFacts
{
    private const int PpiDays = 14;

    /// <summary>A dose without an order says that a drug was needed of late.</summary>
    private const int OpioidDays = 7;

    /// <summary>A drug stopped three days before the day of the sample no longer counts.</summary>
    private const int HiaaDays = 2;

    /// <summary>Never taken, as a number of days: longer than anybody lives.</summary>
    private const int Lifetime = 50_000;

    private readonly Chart _chart;

    internal MedicationFacts(Chart chart) => _chart = chart;

    /// <summary>Active now or within the last 14 days.</summary>
    public Fact<bool> PpiActive => field ??= Drugs.AnyActs(Ppis, PpiDays);

    /// <summary>Today when one is active; NotRecorded when there was none or its end is not recorded.</summary>
    public Fact<PartialDate> LastPpiDay => field ??= FindLastPpiDay();

    public Fact<bool> OpioidActive => field ??= Drugs.AnyActs(Drugs.Of("opioid"), OpioidDays);

    private DrugList Drugs => _chart.Drugs;

    private ImmutableArray<DrugUse> Ppis => field.IsDefault ? field = Drugs.Of("ppi") : field;

    /// <summary>Days without a PPI up to a day, 0 when one is active on it. What could not be asked can only make them fewer.</summary>
    internal Fact<Interval<decimal>> PpiFreeDays(DateOnly day)
    {
        var given = Ppis.Where(use => use.WasGiven).ToArray();
        if (given.Where(use => _chart.ActsOn(use, day, 0) == Truth.Yes).ToArray() is { Length: > 0 } active)
            return Fact.Known(Interval<decimal>.Exactly(0), [.. active.Select(use => use.Evidence)]);
        ImmutableArray<Evidence> evidence = [.. given.Select(use => use.Evidence)];
        var free = given.Select(use => FreeDays(use, day)).DefaultIfEmpty(new(Lifetime, decimal.MaxValue)).ToArray();
        var most = free.Min(days => days.High);
        if (Drugs.Gaps is { Any: true } gaps)
            return most < PpiDays ? Fact.Known(new Interval<decimal>(0, most), evidence) : gaps.MissingBeside<Interval<decimal>>(evidence);
        return Fact.Known(new Interval<decimal>(free.Min(days => days.Low), most), evidence);
    }

    /// <summary>The names of drugs that change a 5-HIAA measured on a day: active on it, or stopped less than three days before.</summary>
    internal Fact<ImmutableArray<string>> HiaaInterference(DateOnly day)
    {
        var uses = new[] { "serotonergic", "hiaa-interfering" }
            .SelectMany(id => Drugs.Of(id).Select(use => (Use: use, Name: NameOf(use, id), Acts: _chart.ActsOn(use, day, HiaaDays))))
            .Where(item => item.Acts != Truth.No)
            .ToArray();
        var acting = uses.Where(item => item.Acts == Truth.Yes).ToArray();
        ImmutableArray<Evidence> evidence = [.. uses.Select(item => item.Use.Evidence)];
        if (acting.Length > 0)
            return Fact.Known<ImmutableArray<string>>([.. acting.Select(item => item.Name).Distinct().Order()], evidence);
        return Drugs.Gaps.Any ? Drugs.Gaps.MissingBeside<ImmutableArray<string>>(evidence)
            : uses.Length > 0 ? Fact.Unknown<ImmutableArray<string>>(UnknownReason.NotRecorded, evidence)
            : Fact.Known<ImmutableArray<string>>([]);
    }

    private Fact<PartialDate> FindLastPpiDay()
    {
        var given = Ppis.Where(use => use.WasGiven).ToArray();
        if (given.Where(use => use.IsCurrent).ToArray() is { Length: > 0 } current)
            return Fact.Known<PartialDate>(_chart.Today, [.. current.Select(use => use.Evidence)]);
        var last = given.Where(use => DayOf(use) is not null).MaxBy(DayOf);
        ImmutableArray<Evidence> evidence = [.. given.Select(use => use.Evidence)];
        return Drugs.Gaps.Any ? Drugs.Gaps.MissingBeside<PartialDate>(evidence)
            : last is not null ? Fact.Known(DayOf(last)!.Value, last.Evidence)
            : Fact.Unknown<PartialDate>(UnknownReason.NotRecorded, evidence);
    }

    private PartialDate? DayOf(DrugUse use) => use.State == TherapyState.DoseGiven ? use.Start : _chart.LastDay(use);

    /// <summary>A therapy whose end is not recorded ended at some time after its start.</summary>
    private Interval<decimal> FreeDays(DrugUse use, DateOnly day) =>
        (use.IsCurrent ? use.End : DayOf(use)) is { } last
            ? new(Days(last.Last, day), Days(last.First, day))
            : new(0, use.Start is { } start ? Days(start.First, day) : decimal.MaxValue);

    private static decimal Days(DateOnly from, DateOnly to) => Math.Max(0, to.DayNumber - from.DayNumber);

    /// <summary>The short label of a listed code, else the wording of the record.</summary>
    private string NameOf(DrugUse use, string conceptId)
    {
        var concept = _chart.Concept(conceptId);
        return concept.Codes.FirstOrDefault(known => use.Drug?.Coding.Any(code => IsSame(code, known)) is true)?.Display
            ?? use.Drug?.Wording
            ?? concept.Title;
    }

    private static bool IsSame(Coding one, Coding other) => one.System == other.System && one.Code == other.Code;
}
