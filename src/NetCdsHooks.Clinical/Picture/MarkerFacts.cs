using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Tumour markers in blood and urine.</summary>
public sealed class MarkerFacts
{
    private readonly Chart _chart;

    internal MarkerFacts(Chart chart, ClinicalPicture picture) => _chart = chart;

    /// <summary>Latest.</summary>
    public Fact<MarkerValue> ChromograninA => field ??= ChromograninSeries.Latest.Select(result => result.Value);

    public Fact<PartialDate> LastChromograninA => field ??= ChromograninSeries.LastDate;

    /// <summary>The latest of those in the same unit that are at least 30 days older than the latest.</summary>
    public Fact<MarkerValue> PreviousChromograninA => field ??= Rise.Select(rise => rise.Previous);

    /// <summary>The latest divided by the previous one.</summary>
    public Fact<Interval<decimal>> ChromograninARatio => field ??= Rise.Select(rise => rise.Ratio);

    public Fact<bool> ChromograninAElevated => field ??= ChromograninSeries.LatestElevated;

    /// <summary>Latest of 24-h urine, creatinine ratio or plasma.</summary>
    public Fact<MarkerValue> FiveHiaa => field ??= FiveHiaaSeries.Latest.Select(result => result.Value);

    public Fact<bool> FiveHiaaElevated => field ??= FiveHiaaSeries.LatestElevated;

    /// <summary>The earliest.</summary>
    public Fact<MarkerValue> BaselineFiveHiaa => field ??= FiveHiaaSeries.Earliest.Select(result => result.Value);

    /// <summary>Only random urine concentrations exist.</summary>
    public Fact<bool> RandomUrineFiveHiaaOnly => field ??= FindRandomUrineOnly();

    /// <summary>Latest.</summary>
    public Fact<MarkerValue> NeuronSpecificEnolase => field ??= EnolaseSeries.Latest.Select(result => result.Value);

    internal Fact<bool> BaselineFiveHiaaElevated => field ??= FiveHiaaSeries.Earliest.Then(result => result.Elevated);

    private Fact<MarkerRise> Rise => field ??= MarkerRise.Of(ChromograninSeries);

    private MarkerSeries ChromograninSeries => field ??= new(_chart, Analyte.ChromograninA);

    private MarkerSeries FiveHiaaSeries => field ??= new(
        _chart, Analyte.FiveHiaaExcretion, Analyte.FiveHiaaConcentration, Analyte.FiveHiaaRatio, Analyte.FiveHiaaPlasma);

    private MarkerSeries EnolaseSeries => field ??= new(_chart, Analyte.NeuronSpecificEnolase);

    private Fact<bool> FindRandomUrineOnly()
    {
        if (!FiveHiaaSeries.Results.IsEmpty)
            return Fact.Known(false, [.. FiveHiaaSeries.Results.Select(result => result.Evidence)]);
        var random = new MarkerSeries(_chart, Analyte.FiveHiaaRandom);
        var gaps = random.Gaps.Any ? random.Gaps : FiveHiaaSeries.Gaps;
        return random.Results.IsEmpty || gaps.Any
            ? gaps.NeverUnlessMissing()
            : Fact.Known(true, [.. random.Results.Select(result => result.Evidence)]);
    }
}
