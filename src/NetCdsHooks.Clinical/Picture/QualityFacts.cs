using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Data that could not be used.</summary>
public sealed class QualityFacts
{
    internal QualityFacts(Chart chart, ClinicalPicture picture)
    {
    }

    /// <summary>One phrase each, without patient identifiers; answered and empty is the empty list.</summary>
    public Fact<ImmutableArray<string>> Problems => throw new NotImplementedException();
}
