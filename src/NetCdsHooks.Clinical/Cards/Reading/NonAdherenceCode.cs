using System.Collections.Immutable;

namespace NetCdsHooks.Clinical.Cards.Reading;

/// <summary>The codes of HL7's <c>http://cds-hooks.hl7.org/CodeSystem/non-adherence-reason</c>, for trial use with CDS Hooks 3.0, without its group headings.</summary>
internal static class NonAdherenceCode
{
    internal static ImmutableArray<string> All { get; } =
    [
        "patient-ineligible", "indication-order-exists", "action-completed", "action-unsuccessful", "action-performed-no-adverse-effect", "action-not-priority",
        "limited-time", "wrong-time-workflow", "inappropriate-recipient", "need-more-info",
        "does-not-align-latest-evidence", "expert-contradicts", "policy-contradicts", "recipient-does-not-trust",
        "risk-benefit-ratio", "mitigate-risk-negative-outcome", "likely-negative-health-outcomes", "patient-contraindication",
        "patient-fears-discomfort", "patient-does-not-want-change", "cultural-religious-reason", "prefers-alternative", "patient-refuses",
        "inadequate-support", "service-not-available", "implementation-challenges", "too-costly-uncovered", "recipient-does-not-understand", "comorbidity-disability",
    ];
}
