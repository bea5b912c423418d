using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Orders and statements of long-acting analogues that were stopped of late, and why.</summary>
internal sealed class DepotStops(Chart chart, DrugList drugs)
{
    private const int RecentDays = 30;

    private ImmutableArray<DrugUse> Uses => field.IsDefault ? field = drugs.OfLongActingAnalogues() : field;

    /// <summary>Within the last 30 days, and no long-acting analogue is ordered or stated in its place.</summary>
    internal Fact<bool> Stopped
    {
        get
        {
            if (Uses.Where(use => use.IsCurrent).ToArray() is { Length: > 0 } current)
                return Fact.Known(false, EvidenceOf(current));
            var stops = Stops.ToArray();
            var recent = stops.Where(stop => stop.Recent == Truth.Yes).Select(stop => stop.Use).ToArray();
            if (recent.Length > 0)
                return Fact.Known(true, EvidenceOf(recent));
            return drugs.Gaps.Any || stops.Length == 0
                ? drugs.Gaps.NeverUnlessMissing()
                : Fact.Unknown<bool>(UnknownReason.NotRecorded, EvidenceOf(stops.Select(stop => stop.Use)));
        }
    }

    /// <summary>The reason given for a recent stop says that the tumour was removed.</summary>
    internal Fact<bool> ForCure
    {
        get
        {
            var cured = Stops.Select(stop => stop.Use).FirstOrDefault(use => ReasonsOf(use).Any(reason => chart.Means("stopped-for-cure", reason)));
            return cured is null ? drugs.Gaps.NeverUnlessMissing() : Fact.Known(true, cured.Evidence);
        }
    }

    /// <summary>Stops that are recent, or may be, since their day is not or only vaguely recorded.</summary>
    private IEnumerable<(DrugUse Use, Truth Recent)> Stops =>
        from use in Uses
        where use is { State: TherapyState.Past, Resource: MedicationUse { Status: "stopped" } }
        let recent = WasRecent(use)
        where recent != Truth.No
        select (use, recent);

    /// <summary>An end still ahead was planned before the stop; the stop itself lies between the start and today.</summary>
    private Truth WasRecent(DrugUse use)
    {
        var earliest = chart.Today.AddDays(-RecentDays);
        if (use.End is { } end && end.First <= chart.Today)
            return end.Last < earliest ? Truth.No : end.First >= earliest ? Truth.Yes : Truth.Unknown;
        return use.Start is { } start && start.First >= earliest ? Truth.Yes : Truth.Unknown;
    }

    private static ImmutableArray<CodeableConcept> ReasonsOf(DrugUse use) => use.Resource switch
    {
        MedicationRequest { StatusReason: { } reason } => [reason],
        MedicationStatement statement => statement.StatusReason,
        _ => [],
    };

    private static ImmutableArray<Evidence> EvidenceOf(IEnumerable<DrugUse> uses) => [.. uses.Select(use => use.Evidence)];
}
