using NetCdsHooks.Clinical.Fhir;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Which statuses mean that something was done.</summary>
internal static class EventStatusRules
{
    internal static bool IsDone(this Procedure procedure) => procedure.Status == "completed";
}
