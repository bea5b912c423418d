using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>How far the tumour has spread.</summary>
public sealed class StageFacts
{
    internal StageFacts(Chart chart, ClinicalPicture picture)
    {
    }

    /// <summary>Such as <c>pT3</c>.</summary>
    public Fact<string> TCategory => throw new NotImplementedException();

    public Fact<string> NCategory => throw new NotImplementedException();

    public Fact<string> MCategory => throw new NotImplementedException();

    /// <summary>Stage group such as <c>IIIB</c>.</summary>
    public Fact<string> Group => throw new NotImplementedException();

    /// <summary>What of T, N, M and group is recorded, in one phrase such as <c>pT2, N1</c>; NotRecorded when none.</summary>
    public Fact<string> Recorded => throw new NotImplementedException();

    public Fact<Extent> Extent => throw new NotImplementedException();

    /// <summary>Event-like: answered and empty is the empty set.</summary>
    public Fact<ImmutableHashSet<MetastasisSite>> MetastasisSites => throw new NotImplementedException();

    public Fact<bool> LiverMetastases => throw new NotImplementedException();

    /// <summary>Known absent only when cross-sectional or receptor imaging exists.</summary>
    public Fact<bool> ExtrahepaticMetastases => throw new NotImplementedException();

    /// <summary>Metastatic, or regional and unresectable by text.</summary>
    public Fact<bool> Advanced => throw new NotImplementedException();

    /// <summary>Date of the last metastasis, recurrence or progression.</summary>
    public Fact<PartialDate> LastSpread => throw new NotImplementedException();
}
