using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>The person.</summary>
public sealed class PatientFacts
{
    internal PatientFacts(Chart chart)
    {
    }

    public Fact<bool> Deceased => throw new NotImplementedException();
}
