using NetCdsHooks.Gathering.Templates;

namespace NetCdsHooks.Gathering.Asking;

/// <summary>The right to ask one FHIR server during one call.</summary>
/// <param name="BaseUrl">Ends in a slash.</param>
/// <param name="Token">Null where none is needed; never logged, never kept.</param>
/// <param name="EndsAt">The moment after which the token is not used .</param>
/// <param name="MayBePrivate">Whether the server may stand in a private network.</param>
/// <param name="Search">How it is asked.</param>
internal sealed record FhirAccess(
    Uri BaseUrl, string? Token, DateTimeOffset EndsAt, bool MayBePrivate = false, SearchMethod Search = SearchMethod.Get)
{
    internal Uri AddressOf(NeedQuery query, string patientId) => new(BaseUrl.AbsoluteUri + query.AddressFor(patientId));

    /// <summary>The token never leaves the origin that it was given for (P-09, A-10).</summary>
    internal bool MayAsk(Uri address) =>
        address.Scheme == BaseUrl.Scheme && address.IdnHost == BaseUrl.IdnHost && address.Port == BaseUrl.Port && address.UserInfo.Length == 0;

    public override string ToString() => nameof(FhirAccess);
}
