using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Tissue, proliferation, grade and differentiation.</summary>
public sealed class PathologyFacts
{
    internal PathologyFacts(Chart chart, ClinicalPicture picture)
    {
    }

    /// <summary>An event: answered and empty means no.</summary>
    public Fact<bool> HistologyConfirmed => throw new NotImplementedException();

    public Fact<Stain> Synaptophysin => throw new NotImplementedException();

    public Fact<Stain> ChromograninStain => throw new NotImplementedException();

    /// <summary>In percent.</summary>
    public Fact<Ki67> Ki67 => throw new NotImplementedException();

    /// <summary>Per 2 mm2.</summary>
    public Fact<Interval<decimal>> Mitoses => throw new NotImplementedException();

    /// <summary>What pathology wrote.</summary>
    public Fact<GradeClass> GradeReported => throw new NotImplementedException();

    /// <summary>Computed: the higher of the Ki-67 and the mitotic class; the reported one only when both are unknown.</summary>
    public Fact<GradeClass> Grade => throw new NotImplementedException();

    public Fact<GradeCategory> Category => throw new NotImplementedException();

    public Fact<Differentiation> Differentiation => throw new NotImplementedException();

    /// <summary>Reported against computed.</summary>
    public Fact<Discordance> Discordance => throw new NotImplementedException();
}
