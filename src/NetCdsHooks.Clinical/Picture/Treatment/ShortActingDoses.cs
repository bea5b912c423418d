using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Doses of short-acting octreotide that have a day.</summary>
internal sealed class ShortActingDoses(Chart chart)
{
    /// <summary>A dose of that day or of the day before, given or dated in an order; an order that merely goes on names no day.</summary>
    internal Fact<bool> UpTo(DateOnly day)
    {
        var drugs = chart.Drugs;
        var near = drugs.OfShortActingOctreotide().Select(use => (Answer: IsNear(use, day), use.Evidence))
            .Concat(chart.Drafts.Select(draft => draft.Reading)
                .Where(reading => reading.Kinds.Contains(OrderKind.ShortActingOctreotide))
                .Select(reading => (Answer: IsNear(reading.Date, reading.Date, day), reading.Evidence)))
            .ToLookup(dose => dose.Answer, dose => dose.Evidence);
        var gaps = drugs.Gaps.And(chart.GapsIn([DataNeed.DraftOrders]));
        return near[Truth.Yes].Any() ? Fact.Known(true, [.. near[Truth.Yes]])
            : gaps.Any || !near[Truth.Unknown].Any() ? gaps.NeverUnlessMissing()
            : Fact.Unknown<bool>(UnknownReason.NotRecorded, [.. near[Truth.Unknown]]);
    }

    private Truth IsNear(DrugUse use, DateOnly day) => use switch
    {
        { State: TherapyState.DoseGiven } => IsNear(use.Start, use.Start, day),
        { State: TherapyState.Active or TherapyState.Paused or TherapyState.Planned, Resource: MedicationRequest order } =>
            order.DosageInstruction.Select(dosage => dosage.Timing).Aggregate(Truth.No, (answer, timing) => answer.Or(IsNear(timing, day))),
        _ => Truth.No,
    };

    private Truth IsNear(Timing? timing, DateOnly day)
    {
        var (start, end) = (chart.Date(timing?.Repeat?.BoundsPeriod?.Start), chart.Date(timing?.Repeat?.BoundsPeriod?.End));
        return (timing?.Event ?? []).Select(dose => chart.Date(dose)).Aggregate(IsNear(start, end, day), (answer, dose) => answer.Or(IsNear(dose, dose, day)));
    }

    private static Truth IsNear(PartialDate? start, PartialDate? end, DateOnly day)
    {
        if (start is not { } first || end is not { } last || first.First > day || last.Last < day.AddDays(-1))
            return Truth.No;
        return first.Last <= day && last.First >= day.AddDays(-1) ? Truth.Yes : Truth.Unknown;
    }
}
