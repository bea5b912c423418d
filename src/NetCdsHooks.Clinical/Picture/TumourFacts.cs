using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Whether there is a NET, where it began and where the patient stands with it.</summary>
public sealed class TumourFacts
{
    internal TumourFacts(Chart chart, ClinicalPicture picture)
    {
    }

    /// <summary>Known(None) when the answered problem list names none; excluded histologies (Merkel cell ...) count as none.</summary>
    public Fact<NetStatus> Status => throw new NotImplementedException();

    /// <summary>Two different sites of equal rank are Conflicting.</summary>
    public Fact<PrimarySite> Site => throw new NotImplementedException();

    public Fact<bool> Midgut => throw new NotImplementedException();
}
