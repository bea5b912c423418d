using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Studies done.</summary>
public sealed class ImagingFacts
{
    internal ImagingFacts(Chart chart, ClinicalPicture picture)
    {
    }

    /// <summary>A CT or MRI of a qualifying region was ever done.</summary>
    public Fact<bool> CrossSectional => throw new NotImplementedException();

    /// <summary>NotRecorded when none was done.</summary>
    public Fact<ImagingDone> LastCrossSectional => throw new NotImplementedException();

    /// <summary>Only the CT of a PET/CT exists.</summary>
    public Fact<bool> PetCtOnly => throw new NotImplementedException();

    public Fact<bool> SstrImaging => throw new NotImplementedException();

    public Fact<ImagingDone> LastSstrImaging => throw new NotImplementedException();

    public Fact<bool> Endosonography => throw new NotImplementedException();
}
