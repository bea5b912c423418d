using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering.Templates;

namespace NetCdsHooks.Gathering.Asking;

/// <summary>What one request to a FHIR server brought.</summary>
/// <param name="Body">Null when there is a gap.</param>
/// <param name="Gap">Null when a FHIR resource came.</param>
/// <param name="MayPass">Whether the same request may do better a little later.</param>
/// <param name="IsFault">Whether it tells that the server is ill, for all that ask it.</param>
/// <param name="Wait">How long the server asks to be left alone.</param>
internal sealed record FhirReply(Resource? Body, NeedGap? Gap = null, bool MayPass = false, bool IsFault = false, TimeSpan? Wait = null)
{
    internal static FhirReply Without(NeedGap gap) => new(null, gap);

    internal static FhirReply Fault(NeedGap gap, TimeSpan? wait = null) => new(null, gap, MayPass: true, IsFault: true, wait);

    /// <summary>The server is well, but this client has asked too much of it.</summary>
    internal static FhirReply TooMany(TimeSpan? wait) => new(null, NeedGap.Failed, MayPass: true, IsFault: false, wait);

    internal Page ToPage(NeedQuery query) => Gap is { } gap ? Page.Without(gap) : Page.Of(Body, query);
}
