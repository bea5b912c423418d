using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>What is ordered or booked.</summary>
public sealed class OrderFacts
{
    internal OrderFacts(Chart chart, ClinicalPicture picture)
    {
    }

    public Fact<ImmutableHashSet<PendingOrder>> Pending => throw new NotImplementedException();

    internal ImmutableArray<PendingStudy> PendingStudies => throw new NotImplementedException();
}
