using System.Collections.Immutable;
using System.Diagnostics;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>The concepts that mean each primary site.</summary>
internal static class SiteConcepts
{
    internal static ImmutableArray<PrimarySite> All { get; } = [.. Enum.GetValues<PrimarySite>()];

    internal static string Of(PrimarySite site) => site switch
    {
        PrimarySite.Pancreas => "site-pancreas",
        PrimarySite.Duodenum => "site-duodenum",
        PrimarySite.SmallIntestine => "site-small-intestine",
        PrimarySite.Appendix => "site-appendix",
        PrimarySite.Colon => "site-colon",
        PrimarySite.Rectum => "site-rectum",
        PrimarySite.Stomach => "site-stomach",
        PrimarySite.Lung => "site-lung",
        PrimarySite.Thymus => "site-thymus",
        PrimarySite.Other => "site-other",
        _ => throw new UnreachableException($"{site} is no site"),
    };

    /// <summary>As a reader would say it.</summary>
    internal static string NameOf(PrimarySite site) => site switch
    {
        PrimarySite.SmallIntestine => "small intestine",
        PrimarySite.Other => "another organ",
        _ => site.ToString().ToLowerInvariant(),
    };
}
