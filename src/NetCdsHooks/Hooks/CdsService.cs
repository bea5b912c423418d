using System.Collections.Immutable;
using System.Diagnostics;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Hooks;

/// <summary>A service as clients know it (CDS Hooks D-04 to D-09).</summary>
/// <param name="Id">The last part of its address.</param>
/// <param name="Hook">The moment at which it is called.</param>
internal sealed record CdsService(string Id, Hook Hook, string Title, string Description)
{
    internal const string UsageRequirements =
        "FHIR R4. Needs the problem list (Condition) by prefetch or by FHIR access; without it the service answers 412. " +
        "Any other prefetch key may be absent: the service then asks the FHIR server, or says on a card what it could not check.";

    private const string ForAllOthers = " Answers without cards for all other patients.";

    /// <summary>Every service, in the order of discovery.</summary>
    internal static ImmutableArray<CdsService> All { get; } =
    [
        Of(
            Hook.PatientView,
            "Neuroendocrine tumour advice",
            "For patients with a neuroendocrine tumour: work-up that is missing, surveillance that is due, treatment options and " +
            "safety concerns, each with the facts and the source that it rests on."),
        Of(
            Hook.OrderSelect,
            "Neuroendocrine tumour orders, at selection",
            "For patients with a neuroendocrine tumour: judges the orders just selected - tumour medicines, radionuclide therapy, operations, " +
            "imaging and marker tests - against the record."),
        Of(
            Hook.OrderSign,
            "Neuroendocrine tumour orders, at signing",
            "For patients with a neuroendocrine tumour: judges every order that is about to be signed against the record."),
        Of(
            Hook.OrderDispatch,
            "Neuroendocrine tumour orders, at dispatch",
            "For patients with a neuroendocrine tumour: judges procedures, radionuclide therapy and imaging that are being given to a performer."),
        Of(
            Hook.AppointmentBook,
            "Neuroendocrine tumour appointments",
            "For patients with a neuroendocrine tumour: peri-procedural care, timing of somatostatin analogues and follow-up that is booked too late."),
        Of(
            Hook.EncounterStart,
            "Neuroendocrine tumour, at admission",
            "For patients with a functioning neuroendocrine tumour: cover for planned procedures, an interrupted somatostatin analogue, heart screening."),
        Of(
            Hook.EncounterDischarge,
            "Neuroendocrine tumour, at discharge",
            "For patients with a neuroendocrine tumour: surveillance that is due, continuity of the somatostatin analogue, tumour-board review."),
        Of(
            Hook.ProblemListItemCreate,
            "Neuroendocrine tumour, new on the problem list",
            "For patients whose problem list gains a neuroendocrine tumour: the work-up that is missing."),
    ];

    /// <summary>Of the hook's definition in HL7's library.</summary>
    internal string HookVersion => Hook switch
    {
        Hook.OrderDispatch => "1.1",
        Hook.ProblemListItemCreate => "0.1.0",
        Hook.PatientView or Hook.OrderSelect or Hook.OrderSign or Hook.AppointmentBook or Hook.EncounterStart or Hook.EncounterDischarge => "1.0",
        _ => throw new UnreachableException($"{Hook} is no hook"),
    };

    private static CdsService Of(Hook hook, string title, string description) => new($"net-{hook.Name()}", hook, title, description + ForAllOthers);
}
