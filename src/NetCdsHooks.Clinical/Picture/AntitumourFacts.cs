using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Medicines against the tumour that were ever given.</summary>
public sealed class AntitumourFacts
{
    private readonly Chart _chart;

    internal AntitumourFacts(Chart chart) => _chart = chart;

    public Fact<bool> EverolimusEver => field ??= Ever("everolimus");

    public Fact<bool> SunitinibEver => field ??= Ever("sunitinib");

    public Fact<bool> CabozantinibEver => field ??= Ever("cabozantinib");

    public Fact<bool> BelzutifanEver => field ??= Ever("belzutifan");

    /// <summary>Any cytotoxic drug, platinum included.</summary>
    public Fact<bool> ChemotherapyEver => field ??= Ever("chemotherapy", "platinum");

    public Fact<bool> PlatinumEver => field ??= Ever("platinum");

    /// <summary>Acts against hormone symptoms, not against the tumour.</summary>
    public Fact<bool> TelotristatEver => field ??= Ever("telotristat");

    /// <summary>SSA, PRRT, targeted drug, interferon or chemotherapy.</summary>
    public Fact<bool> SystemicEver => field ??= FindSystemic([.. Drugs.OfLongActingAnalogues(), .. BeyondSsa]);

    /// <summary>As <see cref="SystemicEver"/>, without somatostatin analogues.</summary>
    public Fact<bool> SystemicBeyondSsa => field ??= FindSystemic(BeyondSsa);

    /// <summary>The latest recorded day of a systemic therapy of the tumour; null when none is dated.</summary>
    internal PartialDate? LastSystemicTherapy =>
        Drugs.OfLongActingAnalogues().Concat(BeyondSsa)
            .Where(use => use.WasGiven)
            .Select(use => use.IsCurrent ? _chart.Today : use.End ?? use.Start)
            .Max();

    private DrugList Drugs => _chart.Drugs;

    private ImmutableArray<DrugUse> BeyondSsa => field.IsDefault
        ? field =
        [
            .. Drugs.Procedures("prrt"),
            .. Drugs.Of("prrt", "everolimus", "sunitinib", "cabozantinib", "surufatinib", "belzutifan", "interferon", "chemotherapy", "platinum"),
        ]
        : field;

    private Fact<bool> FindSystemic(ImmutableArray<DrugUse> uses)
    {
        var ever = Drugs.AnyGiven(uses);
        var procedures = _chart.GapsIn([DataNeed.Procedures], "prrt");
        return ever is Fact<bool>.Known { Value: false } ? procedures.NeverUnlessMissing() : ever;
    }

    private Fact<bool> Ever(params ImmutableArray<string> conceptIds) => Drugs.AnyGiven(Drugs.Of(conceptIds));
}
