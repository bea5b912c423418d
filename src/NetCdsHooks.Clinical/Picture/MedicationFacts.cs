using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Medicines that matter.</summary>
public sealed class MedicationFacts
{
    internal MedicationFacts(Chart chart, ClinicalPicture picture)
    {
    }

    public Fact<SsaUse> Ssa => throw new NotImplementedException();

    /// <summary>Active now or within the last 14 days.</summary>
    public Fact<bool> PpiActive => throw new NotImplementedException();

    public Fact<bool> PlatinumEver => throw new NotImplementedException();

    /// <summary>SSA, PRRT, targeted drug or chemotherapy.</summary>
    public Fact<bool> SystemicTherapyEver => throw new NotImplementedException();
}
