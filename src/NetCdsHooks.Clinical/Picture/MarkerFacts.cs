using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Tumour markers in blood and urine.</summary>
public sealed class MarkerFacts
{
    internal MarkerFacts(Chart chart, ClinicalPicture picture)
    {
    }

    /// <summary>Latest.</summary>
    public Fact<MarkerValue> ChromograninA => throw new NotImplementedException();

    public Fact<bool> ChromograninAElevated => throw new NotImplementedException();

    /// <summary>Latest of 24-h urine, creatinine ratio or plasma.</summary>
    public Fact<MarkerValue> FiveHiaa => throw new NotImplementedException();

    public Fact<bool> FiveHiaaElevated => throw new NotImplementedException();

    /// <summary>The earliest.</summary>
    public Fact<MarkerValue> BaselineFiveHiaa => throw new NotImplementedException();

    /// <summary>Only random urine concentrations exist.</summary>
    public Fact<bool> RandomUrineFiveHiaaOnly => throw new NotImplementedException();

    /// <summary>Latest.</summary>
    public Fact<MarkerValue> NeuronSpecificEnolase => throw new NotImplementedException();
}
