using Microsoft.Extensions.Options;
using NetCdsHooks.Gathering.Asking;
using NetCdsHooks.Hooks;
using NetCdsHooks.Hosting;
using NetCdsHooks.Trust;

namespace NetCdsHooks.Gathering;

/// <summary>Decides whether a call's FHIR server may be asked (CDS Hooks 2.5).</summary>
/// <param name="isDevelopment">Allows plain http on loopback, and servers without a token.</param>
/// <param name="search">How a server is asked whose client says nothing of it.</param>
internal sealed class AccessRules(bool isDevelopment, SearchMethod search = SearchMethod.Get)
{
    public AccessRules(IHostEnvironment environment, IOptions<ServiceOptions> options)
        : this(environment.IsDevelopment(), options.Value.Fhir.Search)
    {
    }

    internal AccessDecision Decide(HookRequest request, Caller caller)
    {
        if (request.FhirServer is not { } server)
            return AccessDecision.No("the call named no fhirServer");
        if (!IsSafe(server))
            return AccessDecision.No("fhirServer is not an https address without user, query and fragment");
        if (!caller.MayName(server))
            return AccessDecision.No("fhirServer is not one that is registered for this client");
        if (request.FhirAuthorization is not { } authorization)
            return isDevelopment ? Yes(server, null, DateTimeOffset.MaxValue, caller) : AccessDecision.No("the call had no fhirAuthorization");
        if (authorization.Patient is { } patient && patient != request.PatientId)
            return AccessDecision.No("fhirAuthorization.patient is not context.patientId");
        return authorization.ExpiresIn <= 0
            ? AccessDecision.No("the token of fhirAuthorization had expired")
            : Yes(server, authorization.AccessToken, EndOf(request.ReceivedAt, authorization.ExpiresIn), caller);
    }

    private bool IsSafe(Uri server) =>
        (server.Scheme == Uri.UriSchemeHttps || (isDevelopment && server.IsLoopback))
        && server.UserInfo.Length == 0 && server.Query.Length == 0 && server.Fragment.Length == 0;

    private AccessDecision Yes(Uri server, string? token, DateTimeOffset end, Caller caller) =>
        new(new(new(server.AbsoluteUri.TrimEnd('/') + "/"), token, end, caller.MayNamePrivate, caller.Client?.Fhir.Search ?? search), null);

    private static DateTimeOffset EndOf(DateTimeOffset start, long seconds) => start.AddSeconds(Math.Min(seconds, TimeSpan.SecondsPerDay));
}

/// <summary>Either access, or why there is none.</summary>
internal sealed record AccessDecision(FhirAccess? Access, string? WhyNot)
{
    internal static AccessDecision No(string why) => new(null, why);
}
