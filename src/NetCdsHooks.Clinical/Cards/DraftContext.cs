namespace NetCdsHooks.Clinical.Cards;

/// <summary>What a draft order takes from the call.</summary>
/// <param name="PatientId">Plain id of the patient.</param>
/// <param name="Reason">Reference of the NET Condition, null when there is none to name.</param>
/// <param name="Requester">Reference of the user, null unless it is a Practitioner or PractitionerRole.</param>
/// <param name="Encounter">Reference of the encounter, null outside one.</param>
/// <param name="AuthoredOn">Today.</param>
/// <param name="Intent"><c>proposal</c> on patient-view, <c>order</c> in the order hooks.</param>
public sealed record DraftContext(
    string PatientId, string? Reason, string? Requester, string? Encounter, DateOnly AuthoredOn, string Intent);
