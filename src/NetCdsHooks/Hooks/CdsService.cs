using System.Collections.Immutable;

namespace NetCdsHooks.Hooks;

/// <summary>A service as clients know it (CDS Hooks D-04 to D-09).</summary>
/// <param name="Id">The last part of its address.</param>
/// <param name="Hook">The moment at which it is called.</param>
internal sealed record CdsService(string Id, string Hook, string Title, string Description, string UsageRequirements)
{
    private const string NeedsProblemList =
        "FHIR R4. Needs the problem list (Condition) by prefetch or by FHIR access; without it the service answers 412. " +
        "Any other prefetch key may be absent: the service then asks the FHIR server, or says on a card what it could not check.";

    /// <summary>Every service, in the order of discovery.</summary>
    internal static ImmutableArray<CdsService> All { get; } =
    [
        new(
            "net-patient-view",
            "patient-view",
            "Neuroendocrine tumour advice",
            "For patients with a neuroendocrine tumour: work-up that is missing, surveillance that is due, treatment options and " +
            "safety concerns, each with the facts and the source that it rests on. Answers without cards for all other patients.",
            NeedsProblemList),
    ];
}
