using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Medicines that matter.</summary>
public sealed class MedicationFacts
{
    /// <summary>How long a dose of a long-acting analogue counts as current.</summary>
    private const int DepotDays = 42;

    private const int PpiDays = 14;

    private readonly Chart _chart;

    internal MedicationFacts(Chart chart, ClinicalPicture picture) => _chart = chart;

    /// <summary>On hold counts as active, since nothing says how long the last dose still acts.</summary>
    public Fact<SsaUse> Ssa => field ??= FindSsa();

    /// <summary>Active now or within the last 14 days.</summary>
    public Fact<bool> PpiActive => field ??= FindPpi();

    public Fact<bool> PlatinumEver => field ??= Ever(Drugs.Of("platinum"));

    /// <summary>SSA, PRRT, targeted drug or chemotherapy.</summary>
    public Fact<bool> SystemicTherapyEver => field ??= FindSystemic();

    /// <summary>The latest recorded day of a systemic therapy of the tumour; null when none is dated.</summary>
    internal PartialDate? LastSystemicTherapy =>
        Systemic.Where(use => use.WasGiven).Select(use => use.IsCurrent ? _chart.Today : use.End ?? use.Start).Max();

    private DrugList Drugs => _chart.Drugs;

    private ImmutableArray<DrugUse> Systemic => field.IsDefault
        ? field =
        [
            .. Drugs.OfLongActingAnalogues(), .. Drugs.Procedures("prrt"),
            .. Drugs.Of("prrt", "everolimus", "sunitinib", "cabozantinib", "chemotherapy", "platinum"),
        ]
        : field;

    private Fact<SsaUse> FindSsa()
    {
        var uses = Drugs.OfLongActingAnalogues();
        var active = uses.Where(use => IsActive(use, DepotDays) == Truth.Yes).ToList();
        if (active.Count > 0)
            return Fact.Known(SsaUse.Active, EvidenceOf(active));
        var gaps = Drugs.Gaps;
        if (gaps.Any)
            return Fact.Missing<SsaUse>(gaps.Reason, gaps.Needs);
        if (uses.Any(use => IsActive(use, DepotDays) == Truth.Unknown))
            return Fact.Unknown<SsaUse>(UnknownReason.NotRecorded, EvidenceOf(uses));
        var past = uses.Where(use => use.WasGiven).ToList();
        return past.Count > 0 ? Fact.Known(SsaUse.Past, EvidenceOf(past)) : Fact.Known(SsaUse.Never);
    }

    private Fact<bool> FindPpi()
    {
        var uses = Drugs.Of("ppi");
        var active = uses.Where(use => IsActive(use, PpiDays) == Truth.Yes).ToList();
        if (active.Count > 0)
            return Fact.Known(true, EvidenceOf(active));
        var unsure = uses.Where(use => IsActive(use, PpiDays) == Truth.Unknown).ToList();
        return Drugs.Gaps.Any || unsure.Count == 0
            ? Drugs.Gaps.NeverUnlessMissing()
            : Fact.Unknown<bool>(UnknownReason.NotRecorded, EvidenceOf(unsure));
    }

    private Fact<bool> FindSystemic()
    {
        var ever = Ever(Systemic);
        var procedures = _chart.GapsIn([DataNeed.Procedures], "prrt");
        return ever is Fact<bool>.Known { Value: false } ? procedures.NeverUnlessMissing() : ever;
    }

    private Fact<bool> Ever(ImmutableArray<DrugUse> uses)
    {
        var given = uses.Where(use => use.WasGiven).ToList();
        return given.Count > 0 ? Fact.Known(true, EvidenceOf(given)) : Drugs.Gaps.NeverUnlessMissing();
    }

    /// <summary>Active, or given or ended no more than so many days ago; unknown where a vague date leaves that open.</summary>
    private Truth IsActive(DrugUse use, int days)
    {
        if (use.IsCurrent)
            return Truth.Yes;
        var last = use.State == TherapyState.DoseGiven ? use.Start
            : use.State == TherapyState.Past ? LastDay(use)
            : null;
        var earliest = _chart.Today.AddDays(-days);
        return last is not { } date || date.Last < earliest ? Truth.No
            : date.First >= earliest ? Truth.Yes
            : Truth.Unknown;
    }

    /// <summary>An end still ahead is no end of a therapy that is over; a completed one without an end was a single dose or a short course.</summary>
    private PartialDate? LastDay(DrugUse use) =>
        use.End is { } end && end.First <= _chart.Today ? end
        : use.Resource is MedicationUse { Status: "completed" } ? use.Start
        : null;

    private static ImmutableArray<Evidence> EvidenceOf(IEnumerable<DrugUse> uses) => [.. uses.Select(use => use.Evidence)];
}
