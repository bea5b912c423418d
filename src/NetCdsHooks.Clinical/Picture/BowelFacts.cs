using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Bowel complaints, active ones alone.</summary>
public sealed class BowelFacts
{
    private readonly Chart _chart;
    private readonly ClinicalPicture _picture;

    internal BowelFacts(Chart chart, ClinicalPicture picture) => (_chart, _picture) = (chart, picture);

    public Fact<DiarrhoeaOnSsa> DiarrhoeaOnSsa => field ??= FindDiarrhoea();

    public Fact<bool> Obstruction => field ??= Reader.Has("bowel-obstruction");

    public Fact<bool> SevereConstipation => field ??= Reader.Has("severe-constipation");

    private BowelReader Reader => field ??= new(_chart);

    private Fact<DiarrhoeaOnSsa> FindDiarrhoea() => Reader.Has("diarrhoea") is Fact<bool>.Known { Value: false } none
        ? Fact.Known(Picture.DiarrhoeaOnSsa.No, none.Evidence)
        : _picture.Ssa.Use.Then(use => use == SsaUse.Active
        ? Reader.DiarrhoeaSince(_picture.Ssa.LongActingStart)
        : Fact.Known(Picture.DiarrhoeaOnSsa.No, _picture.Ssa.Use.Evidence));
}
