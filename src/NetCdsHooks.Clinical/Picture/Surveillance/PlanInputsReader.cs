using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Collects what decides the plan from the other families of facts.</summary>
internal static class PlanInputsReader
{
    internal static PlanInputs Read(Chart chart, ClinicalPicture picture) => new()
    {
        Today = chart.Today,
        Status = picture.Tumour.Status,
        Site = picture.Tumour.Site,
        Category = picture.Pathology.Category,
        Grade = picture.Pathology.Grade,
        Extent = picture.Stage.Extent,
        StageGroup = picture.Stage.Group,
        TCategory = picture.Stage.TCategory,
        NCategory = picture.Stage.NCategory,
        Size = picture.Size.Largest,
        SpecimenSize = picture.Size.Specimen,
        PrimaryResected = picture.Surgery.PrimaryResected,
        PostResection = picture.Surgery.PostResection,
        Residual = picture.Surgery.Residual,
        Function = picture.Function.Status,
        SystemicTherapyEver = picture.Antitumour.SystemicEver,
        DiseaseFreeSince = DiseaseFreeSince(chart, picture),
    };

    private static PartialDate? DiseaseFreeSince(Chart chart, ClinicalPicture picture)
    {
        var diagnoses = picture.Tumour.Status.Evidence.Select(evidence => evidence.Resource).ToHashSet();
        var abatements = chart.Record.All<Condition>()
            .Where(condition => diagnoses.Contains(condition.Self))
            .Select(condition => chart.Date(condition.AbatementDateTime));
        var operation = picture.Surgery.ResectionDate is Fact<PartialDate>.Known known ? known.Value : (PartialDate?)null;
        return abatements.Append(operation).Append(picture.Antitumour.LastSystemicTherapy).Max();
    }
}
