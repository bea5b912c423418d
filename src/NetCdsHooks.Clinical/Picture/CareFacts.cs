using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Tumour board and fitness.</summary>
public sealed class CareFacts
{
    internal CareFacts(Chart chart, ClinicalPicture picture)
    {
    }

    public Fact<MdtReview> MdtReview => throw new NotImplementedException();

    /// <summary>NotRecorded when none.</summary>
    public Fact<PartialDate> LastMdt => throw new NotImplementedException();

    /// <summary>0 to 5.</summary>
    public Fact<int> Ecog => throw new NotImplementedException();
}
