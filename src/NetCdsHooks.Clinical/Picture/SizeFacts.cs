using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Size and growth of the tumour in place.</summary>
public sealed class SizeFacts
{
    internal SizeFacts(Chart chart, ClinicalPicture picture)
    {
    }

    /// <summary>Latest in-situ largest diameter in mm.</summary>
    public Fact<Interval<decimal>> Largest => throw new NotImplementedException();

    /// <summary>The pair of sizes compared; NotRecorded without a usable pair.</summary>
    public Fact<Growth> Growth => throw new NotImplementedException();
}
