using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Hormone syndromes.</summary>
public sealed class FunctionFacts
{
    internal FunctionFacts(Chart chart, ClinicalPicture picture)
    {
    }

    /// <summary>Recorded syndromes; answered and empty is the empty set.</summary>
    public Fact<ImmutableHashSet<Syndrome>> Syndromes => throw new NotImplementedException();

    public Fact<bool> CarcinoidSyndrome => throw new NotImplementedException();

    /// <summary>Non-functional only from an explicit statement, or none recorded and a normal hormone work-up.</summary>
    public Fact<FunctionalStatus> Status => throw new NotImplementedException();
}
