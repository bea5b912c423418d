using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Hooks;

/// <summary>A call whose members are known to be there and of their type.</summary>
/// <param name="HookInstance">Any text; a UUID if the client keeps to the specification.</param>
/// <param name="Context">Where in the workflow the call comes from.</param>
/// <param name="FhirServer">Absolute; null when the client names none.</param>
/// <param name="Prefetch">A key with null was looked up and is empty; a key that is absent was not looked up.</param>
/// <param name="ReceivedAt">When its last byte was read.</param>
internal sealed record HookRequest(
    Hook Hook,
    string HookInstance,
    HookContext Context,
    Uri? FhirServer,
    FhirAuthorization? FhirAuthorization,
    IReadOnlyDictionary<string, Resource?> Prefetch,
    DateTimeOffset ReceivedAt)
{
    internal string PatientId => Context.PatientId;

    /// <summary>The hook instance, or a stand-in where it is no UUID and so might be anything.</summary>
    internal string LoggableInstance => Guid.TryParse(HookInstance, out var uuid) ? uuid.ToString() : "(no UUID)";
}

/// <param name="UserId">Reference such as <c>Practitioner/1</c>; null for a hook without a user.</param>
/// <param name="PatientId">Plain id.</param>
/// <param name="EncounterId">Plain id; null outside an encounter.</param>
internal sealed record HookContext(string? UserId, string PatientId, string? EncounterId)
{
    /// <summary>Orders or appointments that the call brings along.</summary>
    internal ImmutableArray<DraftOrder> Drafts { get; init; } = [];

    /// <summary>Resources that stand beside them and are no orders, such as a Medication.</summary>
    internal ImmutableArray<Resource> Companions { get; init; } = [];

    /// <summary>Orders that the call only names, such as <c>ServiceRequest/123</c>.</summary>
    internal ImmutableArray<string> Dispatched { get; init; } = [];

    /// <summary>Problems that are being added to the problem list.</summary>
    internal ImmutableArray<Resource> NewConditions { get; init; } = [];
}

/// <param name="AccessToken">Never logged, never kept.</param>
/// <param name="ExpiresIn">Seconds from the moment of the call.</param>
/// <param name="Patient">Plain id of the patient to whom the token is limited; null when it says nothing.</param>
internal sealed record FhirAuthorization(string AccessToken, long ExpiresIn, string? Patient)
{
    public override string ToString() => nameof(FhirAuthorization);
}
