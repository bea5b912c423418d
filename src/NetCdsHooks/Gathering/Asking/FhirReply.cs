using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering.Templates;

namespace NetCdsHooks.Gathering.Asking;

/// <summary>What one request to a FHIR server brought.</summary>
/// <param name="Body">Null when there is a gap.</param>
/// <param name="Gap">Null when a FHIR resource came.</param>
/// <param name="IsFault">Whether the server itself is at fault, so that the same request may do better later.</param>
/// <param name="Wait">How long the server asks to be left alone.</param>
internal sealed record FhirReply(Resource? Body, NeedGap? Gap = null, bool IsFault = false, TimeSpan? Wait = null)
{
    internal static FhirReply Without(NeedGap gap) => new(null, gap);

    internal static FhirReply Fault(NeedGap gap, TimeSpan? wait = null) => new(null, gap, IsFault: true, wait);

    internal Page ToPage(NeedQuery query) => Gap is { } gap ? Page.Without(gap) : Page.Of(Body, query);
}
