using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;

namespace NetCdsHooks.Gathering;

/// <summary>Most patients have no NET: for them, and for those who have died, nothing more is asked and nothing is said.</summary>
internal static class Gate
{
    /// <summary>Only an answered problem list that names no NET closes it, or a recorded death; what is unknown never does.</summary>
    internal static bool IsClosed(ClinicalPicture picture) =>
        picture.Tumour.Status is Fact<NetStatus>.Known { Value: NetStatus.None }
        || picture.Patient.Deceased is Fact<bool>.Known { Value: true };
}
