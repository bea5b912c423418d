using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Somatostatin receptors.</summary>
public sealed class ReceptorFacts
{
    internal ReceptorFacts(Chart chart, ClinicalPicture picture)
    {
    }

    public Fact<SstrResult> Sstr => throw new NotImplementedException();
}
