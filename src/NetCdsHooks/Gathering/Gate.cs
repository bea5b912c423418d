using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;

namespace NetCdsHooks.Gathering;

/// <summary>Most patients have no NET: for them nothing more is asked and nothing is said.</summary>
internal static class Gate
{
    /// <summary>Only an answered problem list that names no NET closes it; an unknown status never does.</summary>
    internal static bool IsClosed(ClinicalPicture picture) => picture.Tumour.Status is Fact<NetStatus>.Known { Value: NetStatus.None };
}
