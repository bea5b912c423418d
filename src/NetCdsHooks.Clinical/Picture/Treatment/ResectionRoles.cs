using System.Diagnostics;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Which operations take out a primary tumour of which site.</summary>
internal static class ResectionRoles
{
    private static readonly PrimarySite[] Sites = Enum.GetValues<PrimarySite>();

    private static readonly string[] Operations =
        ["surgery", "resection-endoscopic", "liver-resection", "liver-directed", .. Sites.Select(ResectionOf).OfType<string>()];

    /// <summary>The concept of an operation on the organ; null for organs without one of their own.</summary>
    internal static string? ResectionOf(PrimarySite site) =>
        site switch
        {
            PrimarySite.Pancreas => "resection-pancreas",
            PrimarySite.Duodenum => "resection-duodenum",
            PrimarySite.SmallIntestine => "resection-small-intestine",
            PrimarySite.Appendix => "resection-appendix",
            PrimarySite.Colon => "resection-colon",
            PrimarySite.Rectum => "resection-rectum",
            PrimarySite.Stomach => "resection-stomach",
            PrimarySite.Lung => "resection-lung",
            PrimarySite.Thymus => "resection-thymus",
            PrimarySite.Other => null,
            _ => throw new UnreachableException(),
        };

    /// <summary>How a procedure is recognised as a resection of the organ.</summary>
    internal static ConceptMatch MatchResection(this Chart chart, Procedure procedure, PrimarySite site)
    {
        if (ResectionOf(site) is { } role && chart.Match(role, procedure.Code) is var match and not ConceptMatch.No)
            return match;
        var place = Wording.Join([procedure.Code, .. procedure.BodySite]);
        var isHere = chart.Means(SiteConcepts.Of(site), place);
        if (CanBeEndoscopic(site)
            && chart.Match("resection-endoscopic", procedure.Code) is var endoscopic and not ConceptMatch.No
            && (isHere || !Sites.Any(other => chart.Means(SiteConcepts.Of(other), place))))
            return endoscopic;
        return isHere ? chart.Match("resection-any", procedure.Code) : ConceptMatch.No;
    }

    /// <summary>Whether an order, a booking or a procedure is an operation of any kind, or a treatment directed at the liver.</summary>
    internal static ConceptMatch MatchOperation(this Chart chart, CodeableConcept name) =>
        Operations.Select(operation => chart.Match(operation, name)).Max();

    private static bool CanBeEndoscopic(PrimarySite site) =>
        site is PrimarySite.Stomach or PrimarySite.Duodenum or PrimarySite.Colon or PrimarySite.Rectum;
}
