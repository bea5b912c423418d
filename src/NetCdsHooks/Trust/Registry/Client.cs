using System.Collections.Frozen;
using NetCdsHooks.Gathering.Asking;
using NetCdsHooks.Trust.Keys;
using NetCdsHooks.Trust.Profiles;

namespace NetCdsHooks.Trust.Registry;

/// <summary>A client that may call, checked and ready for use.</summary>
/// <param name="Name">What the log calls it.</param>
/// <param name="Issuer">The <c>iss</c> of its tokens.</param>
/// <param name="KeySetUrl">Where its keys are fetched; null when they are <paramref name="Keys"/>.</param>
/// <param name="Keys">Its keys where they were exchanged out of band.</param>
/// <param name="Jku">The only <c>jku</c> that its tokens may carry; null when they may carry none.</param>
/// <param name="Audiences">Accepted beside the address called.</param>
/// <param name="Tenants">Null when <c>tenant</c> is not looked at.</param>
/// <param name="Services">Ids of the services that it may use; null for all.</param>
/// <param name="FhirServers">Each ends in a slash.</param>
/// <param name="PrivateFhirServers">Whether these may stand in a private network.</param>
/// <param name="IsAdmin">Whether it may read the reports under <c>/admin</c>.</param>
internal sealed record Client(
    string Name,
    string Issuer,
    Uri? KeySetUrl,
    KeySet? Keys,
    string? Jku,
    FrozenSet<string> Algorithms,
    FrozenSet<string> Audiences,
    FrozenSet<string>? Tenants,
    FrozenSet<string>? Services,
    FrozenSet<string> FhirServers,
    bool PrivateFhirServers,
    FhirHabits Fhir,
    TimeSpan TokenLife,
    Profile Profile,
    bool IsAdmin)
{
    internal bool MayUse(string service) => Services?.Contains(service) ?? true;

    /// <summary>Whether a call of this client may have the service ask that server .</summary>
    internal bool MayName(Uri fhirServer) => FhirServers.Contains(WithSlash(fhirServer));

    internal static string WithSlash(Uri address) => address.AbsoluteUri.TrimEnd('/') + "/";
}
