using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>What the tumour and its hormones have done.</summary>
public sealed class ComplicationFacts
{
    private readonly Chart _chart;

    internal ComplicationFacts(Chart chart) => _chart = chart;

    public Fact<bool> CarcinoidHeartDisease => field ??= _chart.HasCondition("carcinoid-heart-disease", condition => condition.IsActive());

    /// <summary>Ever, for one that is over foretells the next.</summary>
    public Fact<bool> CarcinoidCrisis => field ??= _chart.HasCondition("carcinoid-crisis", _ => true);

    /// <summary>Pain by the tumour or in the bones that stands on the problem list.</summary>
    public Fact<bool> NeoplasmPain => field ??= _chart.HasCondition("neoplasm-pain", condition => condition.IsActive());
}
