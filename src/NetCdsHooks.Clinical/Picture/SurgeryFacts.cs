using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Operations done and planned.</summary>
public sealed class SurgeryFacts
{
    internal SurgeryFacts(Chart chart, ClinicalPicture picture)
    {
    }

    public Fact<bool> PrimaryResected => throw new NotImplementedException();

    /// <summary>NotRecorded when there was none.</summary>
    public Fact<PartialDate> ResectionDate => throw new NotImplementedException();

    public Fact<ResidualTumour> Residual => throw new NotImplementedException();

    /// <summary>Resected, not metastatic, no active recurrence.</summary>
    public Fact<bool> PostResection => throw new NotImplementedException();

    /// <summary>An operation is ordered or booked.</summary>
    public Fact<bool> Planned => throw new NotImplementedException();
}
