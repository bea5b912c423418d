using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Treatment with long-acting analogues as a course: whether one is given, which, and since when.</summary>
internal sealed class DepotCourse(Chart chart, DrugList drugs)
{
    /// <summary>How long a dose counts as current.</summary>
    internal const int DepotDays = 42;

    private ImmutableArray<DrugUse> Uses => field.IsDefault ? field = drugs.OfLongActingAnalogues() : field;

    /// <summary>On hold counts as active, since nothing says how long the last dose still acts.</summary>
    internal Fact<SsaUse> Use
    {
        get
        {
            var active = Active;
            if (active.Count > 0)
                return Fact.Known(SsaUse.Active, EvidenceOf(active));
            if (drugs.Gaps.Any)
                return Fact.Missing<SsaUse>(drugs.Gaps.Reason, drugs.Gaps.Needs);
            if (Uses.Any(use => chart.ActsToday(use, DepotDays) == Truth.Unknown))
                return Fact.Unknown<SsaUse>(UnknownReason.NotRecorded, EvidenceOf(Uses));
            var past = Uses.Where(use => use.WasGiven).ToList();
            return past.Count > 0 ? Fact.Known(SsaUse.Past, EvidenceOf(past)) : Fact.Known(SsaUse.Never);
        }
    }

    /// <summary>The drug ordered or stated now, or given by doses alone; a dose of an order that has ended is the last one.</summary>
    internal Fact<LongActingSsa> InUse
    {
        get
        {
            ImmutableArray<(LongActingSsa Drug, DrugUse Use, Truth Goes)> going =
                [.. Uses.Select(use => (DrugOf(use), use, GoesOn(use))).Where(item => item.Item3 != Truth.No)];
            ImmutableArray<Evidence> evidence = [.. going.Select(item => item.Use.Evidence)];
            if (drugs.Gaps is { Any: true } gaps)
                return gaps.MissingBeside<LongActingSsa>(evidence);
            if (going.Any(item => item.Goes == Truth.Unknown))
                return Fact.Unknown<LongActingSsa>(UnknownReason.NotRecorded, evidence);
            return going.Select(item => item.Drug).Distinct().ToArray() switch
            {
                [] => Fact.Known(LongActingSsa.None),
                [var single] => Fact.Known(single, evidence),
                _ => Fact.Known(LongActingSsa.Several, evidence),
            };
        }
    }

    /// <summary>What is active, for wording: one that is found is named whatever else could not be asked.</summary>
    internal Fact<string> DrugNames =>
        Active is { Count: > 0 } active
            ? Fact.Known(string.Join(" and ", active.Select(DrugOf).Distinct().Order().Select(NameOf)), EvidenceOf(active))
            : drugs.Gaps.NotRecordedUnlessMissing<string>();

    /// <summary>
    /// First day of the present treatment, through orders and doses that follow each other within the time that a dose acts.
    /// An earlier order whose end is not recorded does not count, so the treatment is at least that long.
    /// </summary>
    internal Fact<PartialDate> Start
    {
        get
        {
            var active = Active;
            if (active.Count == 0)
                return drugs.Gaps.NotRecordedUnlessMissing<PartialDate>();
            if (drugs.Gaps is { Any: true } gaps)
                return gaps.MissingBeside<PartialDate>(EvidenceOf(active));
            var first = active.Where(use => use.Start is not null).MinBy(use => use.Start!.Value.First);
            while (first is not null && EarlierThan(first) is { } earlier)
                first = earlier;
            return first is null
                ? Fact.Unknown<PartialDate>(UnknownReason.NotRecorded, EvidenceOf(active))
                : Fact.Known(first.Start!.Value, first.Evidence);
        }
    }

    /// <summary>Whether any long-acting analogue was begun before a day; one that is found proves it.</summary>
    internal Fact<bool> BegunBefore(PartialDate day)
    {
        var given = Uses.Where(use => use.WasGiven).ToArray();
        if (given.FirstOrDefault(use => use.Start is { } start && start.Last < day.First) is { } before)
            return Fact.Known(true, before.Evidence);
        var perhaps = given.Where(use => use.Start is not { } start || start.First < day.Last).ToArray();
        return drugs.Gaps.Any || perhaps.Length == 0
            ? drugs.Gaps.NeverUnlessMissing()
            : Fact.Unknown<bool>(UnknownReason.NotRecorded, EvidenceOf(perhaps));
    }

    private List<DrugUse> Active => [.. Uses.Where(use => chart.ActsToday(use, DepotDays) == Truth.Yes)];

    private Truth GoesOn(DrugUse use) =>
        use.IsCurrent ? Truth.Yes
        : use.State != TherapyState.DoseGiven || Uses.Any(order => HasEnded(order, use)) ? Truth.No
        : chart.ActsToday(use, DepotDays);

    /// <summary>Whether an order of the same drug ended with or after a dose, or at an unknown time.</summary>
    private bool HasEnded(DrugUse order, DrugUse dose) =>
        order.State == TherapyState.Past && DrugOf(order) == DrugOf(dose)
        && (order.End is not { } end || dose.Start is not { } given || end.Last >= given.First.AddDays(-DepotDays));

    /// <summary>The earliest treatment that reaches the start of a later one.</summary>
    private DrugUse? EarlierThan(DrugUse later) =>
        Uses.Where(use => use is { WasGiven: true, Start: not null }
                && use.Start.Value.First < later.Start!.Value.First
                && CoveredUntil(use) is { } until && until.AddDays(DepotDays) >= later.Start.Value.First)
            .MinBy(use => use.Start!.Value.First);

    private DateOnly? CoveredUntil(DrugUse use) =>
        use.IsCurrent ? chart.Today
        : use.State == TherapyState.DoseGiven ? use.Start?.Last
        : chart.LastDay(use)?.Last;

    private LongActingSsa DrugOf(DrugUse use) => chart.Means("lanreotide", use.Drug) ? LongActingSsa.Lanreotide : LongActingSsa.OctreotideLar;

    private static string NameOf(LongActingSsa drug) => drug == LongActingSsa.Lanreotide ? "lanreotide" : "octreotide LAR";

    private static ImmutableArray<Evidence> EvidenceOf(IEnumerable<DrugUse> uses) => [.. uses.Select(use => use.Evidence)];
}
