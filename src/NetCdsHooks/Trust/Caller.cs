using Microsoft.AspNetCore.Http.Features;
using NetCdsHooks.Trust.Profiles;
using NetCdsHooks.Trust.Registry;

namespace NetCdsHooks.Trust;

/// <summary>Who calls.</summary>
/// <param name="Client">Null for anybody, as in Development without a registry.</param>
/// <param name="Tenant">The organization within the client; null when the token names none.</param>
internal sealed record Caller(Client? Client, string? Tenant)
{
    internal static Caller Anybody { get; } = new(null, null);

    /// <summary>Under which its cards and its feedback are counted.</summary>
    internal string Name => Client?.Name ?? "anybody";

    /// <summary>For the audit .</summary>
    internal string LoggableName => Tenant is null ? Name : $"{Name}, tenant {LogText.Of(Tenant)}";

    internal Profile Profile => Client?.Profile ?? Profile.Unchanged;

    /// <summary>Whether a call may have the service ask that server; its form is judged elsewhere.</summary>
    internal bool MayName(Uri fhirServer) => Client?.MayName(fhirServer) ?? true;

    /// <summary>Whether such a server may stand in a private network; without a registry, in Development, it may.</summary>
    internal bool MayNamePrivate => Client?.PrivateFhirServers ?? true;

    /// <summary>Lets endpoints take the caller as a parameter.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext http) => new(http.Features.GetRequiredFeature<Caller>());
}
